package dev.portolan.scorecard.dryrun;

import static dev.portolan.scorecard.EntityFixtures.NOW;
import static dev.portolan.scorecard.EntityFixtures.entity;
import static dev.portolan.scorecard.ScorecardFixtures.compiled;
import static dev.portolan.scorecard.ScorecardFixtures.rule;
import static dev.portolan.scorecard.ScorecardFixtures.scorecardFor;
import static dev.portolan.scorecard.ScorecardFixtures.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.EntityRef;
import dev.portolan.events.ScorecardResultChanged.Status;
import dev.portolan.scorecard.dryrun.DryRun.Moved;
import dev.portolan.scorecard.dryrun.DryRun.OfRule;
import dev.portolan.scorecard.evaluation.Standing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DryRunTest {
  private final DryRun run =
      new DryRun(
          compiled(
              scorecardFor(
                  "entity.kind == 'Component'",
                  "ready",
                  rule("owner", "bronze", "has(entity.spec.owner)"),
                  rule("tier", "gold", "entity.spec.tier == 1"))),
          NOW);

  @Test
  void tellsHowManyWouldFailAndWho() {
    run.add(seen(entity("component:a", Map.of("owner", "x", "tier", 1))), null);
    run.add(seen(entity("component:b", Map.of("tier", 2))), null);
    run.add(seen(entity("resource:db", Map.of())), null);

    DryRun.Outcome outcome = run.outcome(true);

    assertThat(outcome.entities()).isEqualTo(3);
    assertThat(outcome.applies()).isEqualTo(2);
    assertThat(outcome.levels()).isEqualTo(Map.of("gold", 1L, "", 1L));
    assertThat(outcome.rules())
        .contains(
            new OfRule(
                "owner",
                Map.of(Status.PASS, 1L, Status.FAIL, 1L),
                List.of(EntityRef.parse("component:b"))));
  }

  @Test
  void tellsWhoWouldFallAndHowManyWouldRise() {
    run.add(
        seen(entity("component:a", Map.of("owner", "x"))), new Standing("gold", 2, 2, List.of()));
    run.add(
        seen(entity("component:b", Map.of("owner", "x", "tier", 1))),
        new Standing(null, 0, 2, List.of()));

    assertThat(run.outcome(true).rise()).isEqualTo(1);
    assertThat(run.outcome(true).fall()).isEqualTo(1);
    assertThat(run.outcome(true).falling())
        .containsExactly(new Moved(EntityRef.parse("component:a"), "gold", "silver"));
  }

  @Test
  void askOnlyOfThoseForMoreWhomTheScorecardMayBeFor() {
    assertThat(run.wants(seen(entity("component:a", Map.of())).facts())).isTrue();
    assertThat(run.wants(seen(entity("resource:db", Map.of())).facts())).isFalse();
    assertThat(run.outcome(false).entities()).as("the resource was looked at").isEqualTo(1);
  }

  @Test
  void aFilterThatLooksBeyondTheEntityHasToSeeMore() {
    DryRun wide =
        new DryRun(
            compiled(
                scorecardFor("size(related.ownedBy) > 0", "ready", rule("all", "bronze", "true"))),
            NOW);

    assertThat(wide.wants(seen(entity("resource:db", Map.of())).facts())).isTrue();
  }
}
