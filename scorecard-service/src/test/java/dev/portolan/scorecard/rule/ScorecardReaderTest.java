package dev.portolan.scorecard.rule;

import static dev.portolan.scorecard.EntityFixtures.entity;
import static dev.portolan.scorecard.ScorecardFixtures.METALS;
import static dev.portolan.scorecard.ScorecardFixtures.level;
import static dev.portolan.scorecard.ScorecardFixtures.rule;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScorecardReaderTest {

  @Test
  void levelsComeInTheOrderOfTheirRanks() {
    Scorecard scorecard =
        read(
            Map.of(
                "levels", List.of(level("gold", 3), level("bronze", 1), level("silver", 2)),
                "rules", List.of(rule("a", "gold", "true").descriptor())));

    assertThat(scorecard.levels())
        .extracting(Level::name)
        .containsExactly("bronze", "silver", "gold");
    assertThat(scorecard.problems()).isEmpty();
  }

  @Test
  void aRuleThatIsNotWellSaidStaysARuleAndIsAProblem() {
    Scorecard scorecard =
        read(
            Map.of(
                "levels",
                METALS,
                "rules",
                List.of(
                    rule("a", "bronze", "true").descriptor(),
                    rule("a", "bronze", "true").descriptor(),
                    rule("b", "platinum", "true").descriptor(),
                    rule("c", "gold", " ").descriptor(),
                    "nonsense")));

    assertThat(scorecard.rules())
        .extracting(Rule::id)
        .containsExactly("a", "rule-2", "b", "c", "rule-5");
    assertThat(scorecard.problems())
        .extracting(Problem::field)
        .containsExactly(
            "/spec/rules/1/id",
            "/spec/rules/2/level",
            "/spec/rules/3/expression",
            "/spec/rules/4/id",
            "/spec/rules/4/expression");
    assertThat(scorecard.problems().get(1).message())
        .isEqualTo("'platinum' is none of the levels [bronze, silver, gold]");
  }

  @Test
  void levelsOfOneRankOrNameOrWithoutEitherAreProblems() {
    Scorecard scorecard =
        read(
            Map.of(
                "levels",
                    List.of(
                        level("bronze", 1),
                        level("tin", 1),
                        level("bronze", 2),
                        Map.of("name", "x"),
                        level("a b", 4)),
                "rules", List.of(rule("a", "bronze", "true").descriptor())));

    assertThat(scorecard.levels()).containsExactly(new Level("bronze", 1));
    assertThat(scorecard.problems())
        .extracting(Problem::field)
        .containsExactly("/spec/levels/1", "/spec/levels/2", "/spec/levels/3", "/spec/levels/4");
  }

  @Test
  void aScorecardOfNothingIsReadAndItsProblemsAreListed() {
    assertThat(read(Map.of()).problems()).extracting(Problem::field).containsExactly("/spec/rules");
    assertThat(read(Map.of("filter", 3, "levels", "x", "rules", 5)).problems())
        .extracting(Problem::field)
        .containsExactly("/spec/levels", "/spec/rules", "/spec/filter");
  }

  @Test
  void moreRulesThanAreTakenIsAProblem() {
    Scorecard scorecard =
        read(
            Map.of(
                "levels",
                METALS,
                "rules",
                Collections.nCopies(201, rule("a", "gold", "1").descriptor())));

    assertThat(scorecard.rules()).hasSize(ScorecardReader.MOST_RULES);
    assertThat(scorecard.problems().getFirst().message()).contains("201 rules; at most 200");
  }

  private static Scorecard read(Map<String, Object> spec) {
    return ScorecardReader.read(entity("scorecard:ready", spec), 1);
  }
}
