package dev.portolan.scorecard.fixes.http;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.evaluation.postgres.Definitions;
import dev.portolan.scorecard.fixes.Fixes;
import dev.portolan.scorecard.fixes.NextFix;
import dev.portolan.scorecard.http.Asked;
import dev.portolan.scorecard.result.postgres.ResultQueries;
import dev.portolan.scorecard.rollup.By;
import dev.portolan.scorecard.rollup.RollUp;
import dev.portolan.scorecard.rollup.postgres.Placements;
import dev.portolan.scorecard.rule.CompiledScorecard;
import dev.portolan.scorecard.rule.Scorecard;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers what to mend next: of an entity, or of all that belong to a group, system or domain. */
@RestController
class FixController {
  private static final int LONGEST_PAGE = 200;

  private final Definitions definitions;
  private final ResultQueries results;
  private final Placements placements;

  FixController(Definitions definitions, ResultQueries results, Placements placements) {
    this.definitions = definitions;
    this.results = results;
    this.placements = placements;
  }

  record Answer(List<NextFix> fixes) {}

  @GetMapping("/api/fixes")
  Answer fixes(
      @RequestParam String of,
      @RequestParam(required = false) @Nullable By by,
      @RequestParam(defaultValue = "10") int first) {
    EntityRef ref = Asked.ref(of);
    Map<EntityRef, Scorecard> scorecards =
        definitions.standards().inOrder().stream()
            .map(CompiledScorecard::scorecard)
            .filter(each -> each.ref().kind().equals(Scorecard.KIND))
            .collect(Collectors.toMap(Scorecard::ref, each -> each));
    Collection<EntityRef> entities = by == null ? List.of(ref) : below(ref, by);
    return new Answer(
        Fixes.of(results.ofEntities(entities), scorecards).stream()
            .limit(Asked.within("first", first, LONGEST_PAGE))
            .toList());
  }

  private List<EntityRef> below(EntityRef place, By by) {
    return RollUp.below(place.toString(), placements.owned(by), placements.parents(by)).stream()
        .map(EntityRef::parse)
        .toList();
  }
}
