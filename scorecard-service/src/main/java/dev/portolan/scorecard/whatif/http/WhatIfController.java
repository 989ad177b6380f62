package dev.portolan.scorecard.whatif.http;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.events.ScorecardResultChanged;
import dev.portolan.scorecard.evaluation.Standing;
import dev.portolan.scorecard.evaluation.postgres.Definitions;
import dev.portolan.scorecard.result.Result.ResultKey;
import dev.portolan.scorecard.result.postgres.ResultQueries;
import dev.portolan.scorecard.whatif.StandingChange;
import dev.portolan.scorecard.whatif.WhatIf;
import dev.portolan.scorecard.whatif.WhatIf.Supposed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  WhatIfController(Definitions definitions, ResultQueries results) {
    this.definitions = definitions;
    this.results = results;
  }

  record State(@Nullable EntityRef ref, @Nullable Entity entity) {}

  record Question(@Nullable List<@Nullable State> changes) {
    List<Supposed> supposed() {
      if (changes == null) {
        throw badRequest(
            "The body lacks changes: {\"changes\":[{\"ref\":\"component:default/a\",\"entity\":null}]}");
      }
      if (changes.size() > MOST_CHANGES) {
        throw badRequest(
            "There are %d changes; at most %d are foretold at once"
                .formatted(changes.size(), MOST_CHANGES));
      }
      List<Supposed> supposed = new ArrayList<>();
      for (State state : changes) {
        if (state == null || state.ref() == null) {
          throw badRequest("changes[" + supposed.size() + "] has no ref");
        }
        supposed.add(new Supposed(state.ref(), state.entity()));
      }
      return supposed;
    }
  }

  record Answer(List<StandingChange> results) {}

  @PostMapping("/api/what-if")
  Answer whatIf(@RequestBody Question question) {
    List<Supposed> supposed = question.supposed();
    Map<ResultKey, Standing> now = new HashMap<>();
    for (ScorecardResultChanged result :
        results.ofEntities(supposed.stream().map(Supposed::ref).toList())) {
      now.put(
          new ResultKey(result.scorecard(), result.entity()),
          new Standing(result.level(), result.rules()));
    }
    return new Answer(WhatIf.of(supposed, definitions.current(), now));
  }

  private static ResponseStatusException badRequest(String message) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, message);
  }
}
