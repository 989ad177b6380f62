package dev.portolan.scorecard.whatif.http;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.events.ScorecardResultChanged;
import dev.portolan.scorecard.evaluation.Standing;
import dev.portolan.scorecard.evaluation.postgres.Definitions;
import dev.portolan.scorecard.evaluation.postgres.RelatedEntities;
import dev.portolan.scorecard.result.Result.ResultKey;
import dev.portolan.scorecard.result.postgres.ResultQueries;
import dev.portolan.scorecard.rule.CompiledScorecard;
import dev.portolan.scorecard.rule.Facts;
import dev.portolan.scorecard.rule.Reads;
import dev.portolan.scorecard.whatif.StandingChange;
import dev.portolan.scorecard.whatif.WhatIf;
import dev.portolan.scorecard.whatif.WhatIf.Supposed;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** How entities would stand if they were otherwise; scorecards are taken as they are. */
@RestController
class WhatIfController {
  private static final int MOST_CHANGES = 5_000;

  private final Definitions definitions;
  private final ResultQueries results;
  private final RelatedEntities related;

  WhatIfController(Definitions definitions, ResultQueries results, RelatedEntities related) {
    this.definitions = definitions;
    this.results = results;
    this.related = related;
  }

  record State(@Nullable EntityRef ref, @Nullable Entity entity) {}

  record Question(@Nullable List<@Nullable State> changes) {
    Map<EntityRef, Optional<Facts>> supposed() {
      if (changes == null) {
        throw badRequest(
            "The body lacks changes: {\"changes\":[{\"ref\":\"component:default/a\",\"entity\":null}]}");
      }
      if (changes.size() > MOST_CHANGES) {
        throw badRequest(
            "There are %d changes; at most %d are foretold at once"
                .formatted(changes.size(), MOST_CHANGES));
      }
      Map<EntityRef, Optional<Facts>> supposed = new LinkedHashMap<>();
      for (State state : changes) {
        if (state == null || state.ref() == null) {
          throw badRequest("changes[" + supposed.size() + "] has no ref");
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
    List<CompiledScorecard> current = definitions.current();
    Map<ResultKey, Standing> now = new HashMap<>();
    for (ScorecardResultChanged result : results.ofEntities(otherwise.keySet())) {
      now.put(
          new ResultKey(result.scorecard(), result.entity()),
          new Standing(result.level(), result.rules()));
    }
    return new Answer(WhatIf.of(supposed(otherwise, current), current, now));
  }

  /** Each among its neighbours, of which others may be supposed too. */
  private List<Supposed> supposed(
      Map<EntityRef, Optional<Facts>> otherwise, List<CompiledScorecard> scorecards) {
    Set<String> relations =
        Reads.ofAll(scorecards.stream().map(CompiledScorecard::reads).toList()).relations();
    List<Facts> present = otherwise.values().stream().flatMap(Optional::stream).toList();
    Map<EntityRef, Facts> around = new HashMap<>();
    related.around(present, relations, otherwise).forEach(facts -> around.put(facts.ref(), facts));
    return otherwise.keySet().stream().map(ref -> new Supposed(ref, around.get(ref))).toList();
  }

  private static ResponseStatusException badRequest(String message) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, message);
  }
}
