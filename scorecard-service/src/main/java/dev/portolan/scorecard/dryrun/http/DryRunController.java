package dev.portolan.scorecard.dryrun.http;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.dryrun.DryRun;
import dev.portolan.scorecard.evaluation.postgres.Definitions;
import dev.portolan.scorecard.evaluation.postgres.Situations;
import dev.portolan.scorecard.http.Asked;
import dev.portolan.scorecard.result.Scope;
import dev.portolan.scorecard.result.postgres.ResultQueries;
import dev.portolan.scorecard.rule.CompiledScorecard;
import dev.portolan.scorecard.rule.Facts;
import dev.portolan.scorecard.rule.Problem;
import dev.portolan.scorecard.rule.ScorecardReader;
import dev.portolan.scorecard.rule.Situation;
import dev.portolan.scorecard.rule.Standards;
import dev.portolan.scorecard.rule.cel.CelScorecardCompiler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** How entities would stand by a scorecard before it is saved, now or as they were. */
@RestController
class DryRunController {
  private static final int MOST_CHANGES = 100_000;

  /** Less than the gateway waits: what was found until then is worth more than no answer. */
  private static final Duration LONGEST = Duration.ofSeconds(15);

  /** Each looks at all entities, with as much as that takes of the machine. */
  private final Semaphore atOnce = new Semaphore(2);

  private final Definitions definitions;
  private final Situations situations;
  private final ResultQueries results;
  private final Clock clock;

  DryRunController(
      Definitions definitions, Situations situations, ResultQueries results, Clock clock) {
    this.definitions = definitions;
    this.situations = situations;
    this.results = results;
    this.clock = clock;
  }

  record State(@Nullable EntityRef ref, @Nullable Entity entity) {}

  /**
   * The question.
   *
   * @param scorecard the entity that would define it
   * @param changes entities that are supposed to be otherwise, such as they were
   */
  record Question(@Nullable Entity scorecard, @Nullable List<State> changes) {
    Map<EntityRef, Optional<Facts>> supposed() {
      List<State> states = changes == null ? List.of() : changes;
      if (states.size() > MOST_CHANGES) {
        throw Asked.badRequest(
            "There are %d changes; at most %d are supposed at once"
                .formatted(states.size(), MOST_CHANGES));
      }
      Map<EntityRef, Optional<Facts>> supposed = new LinkedHashMap<>();
      for (State state : states) {
        if (state.ref() == null) {
          throw Asked.badRequest("changes[" + supposed.size() + "] has no ref");
        }
        supposed.put(
            state.ref(), Optional.ofNullable(state.entity()).map(entity -> Facts.of(entity, 1)));
      }
      return supposed;
    }
  }

  record Checked(List<Problem> problems) {}

  record Answer(List<Problem> problems, DryRun.Outcome outcome) {}

  /** What is wrong with a scorecard, without holding anybody against it. */
  @PostMapping("/api/scorecards/check")
  Checked check(@RequestBody Question question) {
    return new Checked(compiled(question).problems());
  }

  @PostMapping("/api/scorecards/dry-run")
  Answer dryRun(@RequestBody Question question) {
    if (!atOnce.tryAcquire()) {
      throw new ResponseStatusException(
          HttpStatus.TOO_MANY_REQUESTS, "Two dry runs are under way; ask again when one is done.");
    }
    try {
      CompiledScorecard scorecard = compiled(question);
      DryRun run = new DryRun(scorecard, clock.instant());
      Standards standards = definitions.standards();
      Instant end = clock.instant().plus(LONGEST);
      boolean complete =
          situations.eachExisting(
              scorecard.reads(),
              question.supposed(),
              run::wants,
              chunk -> {
                var standings = results.standings(chunk.stream().map(Situation::ref).toList());
                chunk.forEach(
                    situation -> {
                      var known = standings.getOrDefault(situation.ref(), Map.of());
                      run.add(
                          situation.standing(Scope.seen(standards, known)),
                          known.get(scorecard.ref()));
                    });
                return clock.instant().isBefore(end);
              });
      return new Answer(scorecard.problems(), run.outcome(complete));
    } finally {
      atOnce.release();
    }
  }

  /** Among the others that there are, so that a circle is seen which it would close. */
  private CompiledScorecard compiled(Question question) {
    Entity entity = question.scorecard();
    if (entity == null) {
      throw Asked.badRequest(
          "The body lacks the scorecard: {\"scorecard\":{\"kind\":\"Scorecard\",\"name\":...}}");
    }
    CompiledScorecard compiled =
        new CelScorecardCompiler().compile(ScorecardReader.read(entity, 1).published());
    List<CompiledScorecard> all = new ArrayList<>(List.of(compiled));
    definitions.standards().all().stream()
        .filter(other -> !other.ref().equals(compiled.ref()))
        .forEach(all::add);
    return Standards.of(all).named(compiled.ref()).findFirst().orElse(compiled);
  }
}
