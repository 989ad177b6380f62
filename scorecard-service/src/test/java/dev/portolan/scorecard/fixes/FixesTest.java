package dev.portolan.scorecard.fixes;

import static dev.portolan.scorecard.EntityFixtures.NOW;
import static dev.portolan.scorecard.EntityFixtures.entity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.portolan.events.EntityRef;
import dev.portolan.events.ScorecardResultChanged;
import dev.portolan.events.ScorecardResultChanged.RuleOutcome;
import dev.portolan.events.ScorecardResultChanged.Status;
import dev.portolan.scorecard.rule.Scorecard;
import dev.portolan.scorecard.rule.ScorecardReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FixesTest {
  private static final Scorecard READY =
      ScorecardReader.read(
          entity(
              "scorecard:ready",
              Map.of(
                  "rules",
                  List.of(
                      Map.of("id", "owner", "weight", 1, "expression", "true"),
                      Map.of("id", "runbook", "weight", 5, "expression", "true")))),
          1);

  @Test
  void whatGivesMostPointsComesFirst() {
    assertThat(
            Fixes.of(
                List.of(
                    result("component:a", Status.FAIL, Status.FAIL),
                    result("component:b", Status.FAIL, Status.ERROR),
                    result("component:c", Status.FAIL, Status.EXEMPT)),
                Map.of(READY.ref(), READY)))
        .extracting(NextFix::rule, NextFix::points, NextFix::entities)
        .containsExactly(tuple("runbook", 5L, 1L), tuple("owner", 3L, 3L));
  }

  private static ScorecardResultChanged result(String entity, Status owner, Status runbook) {
    return new ScorecardResultChanged(
        READY.ref(),
        EntityRef.parse(entity),
        1,
        null,
        0,
        6,
        List.of(new RuleOutcome("owner", owner, null), new RuleOutcome("runbook", runbook, "why")),
        1,
        NOW);
  }
}
