package dev.portolan.scorecard.rule.cel;

import static dev.portolan.scorecard.EntityFixtures.NOW;
import static dev.portolan.scorecard.EntityFixtures.entity;
import static dev.portolan.scorecard.ScorecardFixtures.compiled;
import static dev.portolan.scorecard.ScorecardFixtures.rule;
import static dev.portolan.scorecard.ScorecardFixtures.scorecard;
import static dev.portolan.scorecard.ScorecardFixtures.seen;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.ScorecardResultChanged.RuleOutcome;
import dev.portolan.events.ScorecardResultChanged.Status;
import dev.portolan.scorecard.ScorecardFixtures.Asked;
import dev.portolan.scorecard.evaluation.Evaluation;
import dev.portolan.scorecard.rule.Situation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions that would take all memory, or minutes, on one entity. */
@Timeout(20)
class CostlyExpressionsTest {
  private static final Situation LARGE =
      seen(
          entity(
              "component:large",
              Map.of(
                  "text", "a".repeat(200_000),
                  "needle", "a".repeat(30_000) + "b",
                  "many", Collections.nCopies(5_000, 1))));

  static Stream<String> bombs() {
    return Stream.of(
        doubling("['xxxxxxxx']", "a + a") + " == []",
        doubling("[[1]]", "a + a") + " == []",
        doubling("[[1]]", "[a, a]") + " == []",
        doubling("[[1]]", "[a, a]") + ".all(x, x == x)",
        "dyn(" + doubling("[[1]]", "[a, a]") + ")",
        doubling("[{'k': 1}]", "{'l': a, 'r': a}") + " == []",
        doubling("[b'xxxxxxxx']", "a + a") + " == []",
        doubling("['x']", "a + a") + ".exists(x, x == 'y') || true",
        "entity.spec.many.all(a, entity.spec.many.all(b, entity.spec.text.contains('ab') == false))",
        "entity.spec.many.all(a, !entity.spec.text.contains(entity.spec.needle))",
        "entity.spec.many.all(a, !entity.spec.text.matches('(a|aa|aaa)*b'))",
        "entity.spec.many.all(a, size(entity.spec.many.map(b, entity.spec.text + 'x')) > 0)",
        "entity.spec.many.exists(a, entity.spec.many.exists(b, b == 2)) || true");
  }

  private static String doubling(String start, String twice) {
    return start
        + IntStream.range(0, 40).mapToObj(_ -> ".map(a, " + twice + ")").collect(joining());
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void costNoMoreThanTheirBudgetAndSaySo(String bomb) {
    List<RuleOutcome> outcomes = outcomes(rule("bomb", "gold", bomb), rule("fine", "gold", "true"));

    assertThat(outcomes)
        .containsExactly(
            new RuleOutcome("bomb", Status.ERROR, "could not be evaluated: too costly"),
            new RuleOutcome("fine", Status.PASS, null));
  }

  @Test
  void manyBombsInOneScorecardCostLittleMoreThanAFew() {
    Asked[] bombs =
        IntStream.range(0, 200)
            .mapToObj(
                i -> rule("bomb-" + i, "gold", bombs().skip(i % 10).findFirst().orElseThrow()))
            .toArray(Asked[]::new);

    assertThat(outcomes(bombs)).extracting(RuleOutcome::status).containsOnly(Status.ERROR);
  }

  @Test
  void whatRanOutOfTimeOnManyIsNotTriedOnFurtherOnes() {
    var slow =
        compiled(
            scorecard(
                "slow",
                rule(
                    "a",
                    "gold",
                    "entity.spec.many.all(a, !entity.spec.text.matches('(a|aa|aaa)*b'))")));
    for (int i = 0; i < CelCondition.LATE_IN_A_ROW; i++) {
      var _ = Evaluation.of(slow, LARGE, NOW);
    }

    long started = System.nanoTime();
    for (int i = 0; i < 1_000; i++) {
      var _ = Evaluation.of(slow, LARGE, NOW);
    }

    assertThat(System.nanoTime() - started).isLessThan(TimeUnit.SECONDS.toNanos(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "entity.spec.text.contains('aaa') && entity.spec.text.startsWith('a')",
        "size(entity.spec.many) == 5000",
        "entity.spec.many.filter(n, n > 1) == []",
        "!(2 in entity.spec.many)",
        "['a', 'b', 'c', 'd'].all(word, entity.spec.text.contains(word) || word != 'a')",
      })
  void ordinaryQuestionsToALargeEntityAreWithinTheBudget(String expression) {
    assertThat(outcomes(rule("a", "gold", expression)))
        .containsExactly(new RuleOutcome("a", Status.PASS, null));
  }

  private static List<RuleOutcome> outcomes(Asked... rules) {
    return Objects.requireNonNull(
            Evaluation.of(compiled(scorecard("costly", rules)), LARGE, NOW).standing())
        .rules();
  }
}
