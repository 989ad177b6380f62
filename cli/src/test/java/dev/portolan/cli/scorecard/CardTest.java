package dev.portolan.cli.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.cli.CommandFailed;
import dev.portolan.cli.scorecard.Standing.Level;
import dev.portolan.cli.scorecard.Standing.Outcome;
import dev.portolan.cli.scorecard.Standing.Rule;
import dev.portolan.cli.scorecard.Standing.Scorecard;
import dev.portolan.cli.scorecard.Standing.Status;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CardTest {
  private static final Scorecard READY =
      new Scorecard(
          "scorecard:default/ready",
          "Production readiness",
          List.of(new Level("bronze", 1), new Level("silver", 2), new Level("gold", 3)),
          List.of(
              new Rule("owner", "Somebody owns it", "bronze", 1),
              new Rule("on-call", "Somebody is called", "silver", 1),
              new Rule("runbook", "It has a runbook", "silver", 1),
              new Rule("api", "Its API is described", "gold", 1)));

  @Test
  void aCardSaysTheLevelTheNextAndWhatIsInTheWay() {
    Entity shop =
        entity(
            standing(
                "bronze",
                pass("owner"),
                pass("on-call"),
                fail("runbook"),
                new Outcome("api", Status.ERROR, "no such field")));

    assertThat(Card.of(shop))
        .isEqualTo(
            """
            Shop · component:default/shop

            Production readiness: bronze, next silver (2 of 4 points)
              bronze ✓   silver ✓✗   gold !
              ✗ runbook  It has a runbook
              ! api      Its API is described: no such field
            """);
  }

  @Test
  void whatIsExemptIsShownAndNotInTheWay() {
    Entity shop =
        entity(
            standing(
                "gold",
                pass("owner"),
                new Outcome("on-call", Status.EXEMPT, "exempt until 2027: moves"),
                pass("runbook"),
                pass("api")));

    assertThat(Card.of(shop))
        .contains("gold (3 of 3 points)", "silver ○✓", "○ on-call  Somebody is called: exempt");
    assertThat(Gate.of(shop, "gold", null).passes()).isTrue();
  }

  @Test
  void whoStandsHighestOrLowestIsToldSo() {
    assertThat(
            Card.of(
                entity(
                    standing(
                        "gold", pass("owner"), pass("on-call"), pass("runbook"), pass("api")))))
        .contains("Production readiness: gold (4 of 4 points)");
    assertThat(Card.of(entity(standing(null, fail("owner")))))
        .contains("no level yet, next bronze (0 of 1 points)");
  }

  @Test
  void anEntityThatNoScorecardIsForIsToldSo() {
    assertThat(Card.of(new Entity("component:default/shop", null, List.of())))
        .isEqualTo("component:default/shop\n\nNo scorecard is for it.\n");
  }

  @Test
  void aScorecardThatIsGoneIsNotShown() {
    assertThat(Card.of(entity(new Standing(null, "gold", 0, 0, List.of())))).doesNotContain("gold");
  }

  @Test
  void theGateOpensFromTheLeastLevelOn() {
    Entity shop =
        entity(standing("silver", pass("owner"), pass("on-call"), pass("runbook"), fail("api")));

    assertThat(Gate.of(shop, "Bronze", null).passes()).isTrue();
    assertThat(Gate.of(shop, "silver", "ready").lines())
        .containsExactly("✓ Production readiness: silver");
    assertThat(Gate.of(shop, "gold", "scorecard:default/ready"))
        .isEqualTo(
            new Gate(
                false, List.of("✗ Production readiness: silver", "  ✗ api  Its API is described")));
  }

  @Test
  void rulesOfHigherLevelsAreNotInTheWay() {
    Entity shop = entity(standing(null, fail("owner"), pass("on-call"), fail("api")));

    assertThat(Gate.of(shop, "silver", null).lines())
        .containsExactly("✗ Production readiness: no level yet", "  ✗ owner  Somebody owns it");
  }

  @Test
  void aGateThatNobodyGuardsIsNotOpen() {
    Entity shop = entity(standing("gold", pass("owner")));

    assertThatThrownBy(() -> Gate.of(shop, "platinum", null))
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("No scorecard with a level platinum");
    assertThatThrownBy(() -> Gate.of(shop, "gold", "security"))
        .hasMessageContaining("No scorecard security");
    assertThatThrownBy(() -> Gate.of(new Entity("component:a", null, List.of()), "gold", null))
        .isInstanceOf(CommandFailed.class);
  }

  private static Entity entity(Standing standing) {
    return new Entity("component:default/shop", "Shop", List.of(standing));
  }

  private static Standing standing(@Nullable String level, Outcome... outcomes) {
    int possible = (int) Stream.of(outcomes).filter(each -> each.status() != Status.EXEMPT).count();
    int points = (int) Stream.of(outcomes).filter(each -> each.status() == Status.PASS).count();
    return new Standing(READY, level, points, possible, List.of(outcomes));
  }

  private static Outcome pass(String rule) {
    return new Outcome(rule, Status.PASS, null);
  }

  private static Outcome fail(String rule) {
    return new Outcome(rule, Status.FAIL, null);
  }
}
