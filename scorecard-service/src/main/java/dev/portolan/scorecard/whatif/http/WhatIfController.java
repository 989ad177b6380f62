package dev.portolan.scorecard.whatif.http;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.events.ScorecardResultChanged;
import dev.portolan.scorecard.evaluation.Standing;
import dev.portolan.scorecard.evaluation.postgres.Definitions;
import dev.portolan.scorecard.evaluation.postgres.Situations;
import dev.portolan.scorecard.http.Asked;
import dev.portolan.scorecard.result.Result.ResultKey;
import dev.portolan.scorecard.result.postgres.ResultQueries;
import dev.portolan.scorecard.rule.Facts;
import dev.portolan.scorecard.rule.Situation;
import dev.portolan.scorecard.rule.Standards;
import dev.portolan.scorecard.whatif.StandingChange;
import dev.portolan.scorecard.whatif.WhatIf;
import dev.portolan.scorecard.whatif.WhatIf.Supposed;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How entities would stand if they were otherwise; scorecards are taken as they are. */
@RestController
class WhatIfController {
  private static final int MOST_CHANGES = 5_000;

  private final Definitions definitions;
  private final ResultQueries results;
  private final Situations situations;
  private final Clock clock;

  WhatIfController(
      Definitions definitions, ResultQueries results, Situations situations, Clock clock) {
    this.definitions = definitions;
    this.results = results;
    this.situations = situations;
    this.clock = clock;
  }

  record State(@Nullable EntityRef ref, @Nullable Entity entity) {}

  record Question(@Nullable List<@Nullable State> changes) {
    Map<EntityRef, Optional<Facts>> supposed() {
      if (changes == null) {
        throw Asked.badRequest(
            "The body lacks changes: {\"changes\":[{\"ref\":\"component:default/a\",\"entity\":null}]}");
      }
      if (changes.size() > MOST_CHANGES) {
        throw Asked.badRequest(
            "There are %d changes; at most %d are foretold at once"
                .formatted(changes.size(), MOST_CHANGES));
      }
      Map<EntityRef, Optional<Facts>> supposed = new LinkedHashMap<>();
      for (State state : changes) {
        if (state == null || state.ref() == null) {
          throw Asked.badRequest("changes[" + supposed.size() + "] has no ref");
        }
        supposed.put(
            state.ref(), Optional.ofNullable(state.entity()).map(entity -> Facts.of(entity, 1)));
      }
      return supposed;
    }
  }

  record Answer(List<StandingChange> results) {}

  @PostMapping("/api/what-if")
  Answer whatIf(@RequestBody Question question) {
    Map<EntityRef, Optional<Facts>> otherwise = question.supposed();
    Standards standards = definitions.standards();
    Map<ResultKey, Standing> now = new HashMap<>();
    for (ScorecardResultChanged result : results.ofEntities(otherwise.keySet())) {
      now.put(
          new ResultKey(result.scorecard(), result.entity()),
          new Standing(result.level(), result.points(), result.possible(), result.rules()));
    }
    return new Answer(WhatIf.of(supposed(otherwise, standards), standards, now, clock.instant()));
  }

  /** Each among its neighbours, of which others may be supposed too. */
  private List<Supposed> supposed(Map<EntityRef, Optional<Facts>> otherwise, Standards standards) {
    List<Facts> present = otherwise.values().stream().flatMap(Optional::stream).toList();
    Map<EntityRef, Situation> around = new HashMap<>();
    situations
        .of(present, standards.reads(), otherwise)
        .forEach(situation -> around.put(situation.ref(), situation));
    return otherwise.keySet().stream().map(ref -> new Supposed(ref, around.get(ref))).toList();
  }
}
