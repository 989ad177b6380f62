package dev.portolan.scorecard.whatif;

import static dev.portolan.scorecard.EntityFixtures.NOW;
import static dev.portolan.scorecard.EntityFixtures.entity;
import static dev.portolan.scorecard.ScorecardFixtures.compiled;
import static dev.portolan.scorecard.ScorecardFixtures.rule;
import static dev.portolan.scorecard.ScorecardFixtures.scorecardFor;
import static dev.portolan.scorecard.ScorecardFixtures.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.Entity;
import dev.portolan.events.ScorecardResultChanged.Status;
import dev.portolan.scorecard.evaluation.Evaluation;
import dev.portolan.scorecard.evaluation.Standing;
import dev.portolan.scorecard.result.Result.ResultKey;
import dev.portolan.scorecard.rule.CompiledScorecard;
import dev.portolan.scorecard.rule.Standards;
import dev.portolan.scorecard.whatif.StandingChange.RuleChange;
import dev.portolan.scorecard.whatif.StandingChange.Summary;
import dev.portolan.scorecard.whatif.WhatIf.Supposed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhatIfTest {
  private static final CompiledScorecard READY =
      compiled(
          scorecardFor(
              "entity.kind == 'Component'",
              "ready",
              rule("type", "bronze", "entity.spec.type == 'service'"),
              rule("owner", "silver", "has(entity.spec.owner)")));

  private static final Entity CHECKOUT =
      entity("component:checkout", Map.of("type", "service", "owner", "shop"));

  @Test
  void aRuleThatWouldFailIsSaidWithTheLevelThatItCosts() {
    assertThat(changes(CHECKOUT, entity("component:checkout", Map.of("type", "service"))))
        .containsExactly(
            new StandingChange(
                READY.ref(),
                CHECKOUT.ref(),
                new Summary("gold", 1),
                new Summary("bronze", 0.5),
                List.of(new RuleChange("owner", Status.PASS, Status.FAIL))));
  }

  @Test
  void whatMakesNoDifferenceIsNotSaid() {
    assertThat(
            changes(
                CHECKOUT,
                entity("component:checkout", Map.of("type", "service", "owner", "other"))))
        .isEmpty();
  }

  @Test
  void aNewEntityStandsWhereThereWasNoStandingAndAGoneOneNoMore() {
    assertThat(changes(null, CHECKOUT))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.before()).isNull();
              assertThat(change.after()).isEqualTo(new Summary("gold", 1));
            });
    assertThat(changes(CHECKOUT, null))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.after()).isNull();
              assertThat(change.rules()).contains(new RuleChange("type", Status.PASS, null));
            });
  }

  @Test
  void whatTheScorecardIsNotForIsNotSaid() {
    assertThat(changes(null, entity("api:checkout", Map.of()))).isEmpty();
  }

  private static List<StandingChange> changes(@Nullable Entity before, @Nullable Entity after) {
    Entity known = before == null ? after : before;
    if (known == null) {
      throw new IllegalArgumentException("neither before nor after");
    }
    Map<ResultKey, Standing> now =
        before == null
            ? Map.of()
            : Map.of(
                new ResultKey(READY.ref(), before.ref()),
                Objects.requireNonNull(Evaluation.of(READY, seen(before), NOW).standing()));
    return WhatIf.of(
        List.of(new Supposed(known.ref(), after == null ? null : seen(after))),
        Standards.of(List.of(READY)),
        now,
        NOW);
  }
}
