package dev.portolan.scorecard.evaluation;

import static dev.portolan.scorecard.EntityFixtures.NOW;
import static dev.portolan.scorecard.EntityFixtures.entity;
import static dev.portolan.scorecard.ScorecardFixtures.compiled;
import static dev.portolan.scorecard.ScorecardFixtures.rule;
import static dev.portolan.scorecard.ScorecardFixtures.scorecard;
import static dev.portolan.scorecard.ScorecardFixtures.scorecardFor;
import static dev.portolan.scorecard.ScorecardFixtures.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.EntityRef;
import dev.portolan.events.ScorecardResultChanged.RuleOutcome;
import dev.portolan.events.ScorecardResultChanged.Status;
import dev.portolan.scorecard.rule.CompiledScorecard;
import dev.portolan.scorecard.rule.Level;
import dev.portolan.scorecard.rule.Proof;
import dev.portolan.scorecard.rule.Rule;
import dev.portolan.scorecard.rule.Scorecard;
import dev.portolan.scorecard.rule.Situation;
import dev.portolan.scorecard.rule.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final Situation CHECKOUT =
      seen(entity("component:checkout", Map.of("type", "service")));

  @Test
  void reachesTheHighestLevelWhoseRulesAndAllLowerLevelsRulesPass() {
    assertThat(
            standing(
                compiled(
                    scorecard(
                        "ready",
                        rule("kind", "bronze", "entity.kind == 'Component'"),
                        rule("type", "silver", "entity.spec.type == 'service'"),
                        rule("title", "gold", "has(entity.title)")))))
        .contains(
            new Standing(
                "silver",
                2,
                3,
                List.of(
                    new RuleOutcome("kind", Status.PASS, null),
                    new RuleOutcome("type", Status.PASS, null),
                    new RuleOutcome("title", Status.FAIL, null))));
  }

  @Test
  void isNotHeldAgainstAScorecardThatIsForOthers() {
    assertThat(
            standing(
                compiled(
                    scorecardFor("entity.kind == 'API'", "ready", rule("a", "bronze", "true")))))
        .isEmpty();
  }

  @Test
  void aFilterThatReadsAnAbsentFieldMeansOthers() {
    assertThat(
            standing(
                compiled(
                    scorecardFor("entity.spec.tier == 1", "ready", rule("a", "bronze", "true")))))
        .isEmpty();
  }

  @Test
  void aRuleThatCannotBeToldIsAnErrorAndNoPass() {
    Standing standing =
        standing(
                compiled(
                    scorecard(
                        "ready",
                        rule("fine", "bronze", "true"),
                        rule("broken", "silver", "1 / 0 == 1"))))
            .orElseThrow();

    assertThat(standing.level()).isEqualTo("bronze");
    assertThat(standing.rules().get(1).status()).isEqualTo(Status.ERROR);
    assertThat(standing.rules().get(1).message()).contains("by zero");
  }

  @Test
  void aRuleOfALevelThatDoesNotExistKeepsEveryLevelAway() {
    Standing standing =
        standing(
                compiled(
                    scorecard(
                        "ready", rule("fine", "bronze", "true"), rule("lost", "platinum", "true"))))
            .orElseThrow();

    assertThat(standing.level()).isNull();
    assertThat(standing.rules().get(1).status()).isEqualTo(Status.ERROR);
  }

  @Test
  void noLevelIsReachedWhereNotOneRuleCouldBeTold() {
    Standing standing =
        standing(
                compiled(
                    scorecard(
                        "ready",
                        rule("typo", "gold", "entity.knid == ''"),
                        rule("absent", "gold", "entity.spec.owner == ''"))))
            .orElseThrow();

    assertThat(standing.level()).isNull();
    assertThat(standing.rules())
        .extracting(RuleOutcome::status)
        .containsExactly(Status.ERROR, Status.ERROR);
  }

  @Test
  void noLevelIsReachedOnAScorecardWithoutRules() {
    assertThat(standing(compiled(scorecard("ready"))))
        .contains(new Standing(null, 0, 0, List.of()));
  }

  /** The model says it in one sentence; the code is held to it on scorecards of all shapes. */
  @Test
  void agreesWithTheDefinitionOfALevelOnRandomScorecards() {
    for (long seed = 0; seed < 5_000; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      List<Level> levels = new ArrayList<>();
      for (int rank = 1; rank <= 1 + random.nextInt(5); rank++) {
        levels.add(new Level("level-" + rank, rank));
      }
      List<Rule> rules = new ArrayList<>();
      List<RuleOutcome> outcomes = new ArrayList<>();
      for (int i = 0; i < random.nextInt(8); i++) {
        String level = levels.get(random.nextInt(levels.size())).name();
        Status status = random.nextInt(4) > 0 ? Status.PASS : anyOf(random, Status.values());
        rules.add(asked("rule-" + i, level));
        outcomes.add(new RuleOutcome("rule-" + i, status, null));
      }

      assertThat(Standing.of(scorecardOf(levels, rules), outcomes).level())
          .as("seed %d: %s %s", seed, rules, outcomes)
          .isEqualTo(byDefinition(levels, rules, outcomes));
    }
  }

  private static @Nullable String byDefinition(
      List<Level> levels, List<Rule> rules, List<RuleOutcome> outcomes) {
    if (outcomes.stream()
        .noneMatch(outcome -> outcome.status() == Status.PASS || outcome.status() == Status.FAIL)) {
      return null;
    }
    return levels.reversed().stream()
        .filter(
            level ->
                levels.subList(0, levels.indexOf(level) + 1).stream()
                    .allMatch(lower -> allPass(lower, rules, outcomes)))
        .map(Level::name)
        .findFirst()
        .orElse(null);
  }

  private static boolean allPass(Level level, List<Rule> rules, List<RuleOutcome> outcomes) {
    for (int i = 0; i < rules.size(); i++) {
      Status status = outcomes.get(i).status();
      if (level.name().equals(rules.get(i).level())
          && (status == Status.FAIL || status == Status.ERROR)) {
        return false;
      }
    }
    return true;
  }

  private static Status anyOf(RandomGenerator random, Status[] values) {
    return values[random.nextInt(values.length)];
  }

  private static Rule asked(String id, String level) {
    return new Rule(id, "", null, null, level, null, 1, null, new Proof.Expression("true"));
  }

  private static Scorecard scorecardOf(List<Level> levels, List<Rule> rules) {
    return new Scorecard(
        EntityRef.parse("scorecard:ready"),
        1,
        "Ready",
        null,
        null,
        Stage.PUBLISHED,
        null,
        levels,
        List.of(),
        rules,
        List.of());
  }

  private static Optional<Standing> standing(CompiledScorecard scorecard) {
    return Optional.ofNullable(Evaluation.of(scorecard, CHECKOUT, NOW).standing());
  }
}
