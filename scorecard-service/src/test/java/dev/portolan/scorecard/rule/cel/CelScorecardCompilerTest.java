package dev.portolan.scorecard.rule.cel;

import static dev.portolan.scorecard.EntityFixtures.NOW;
import static dev.portolan.scorecard.EntityFixtures.dependsOn;
import static dev.portolan.scorecard.EntityFixtures.entity;
import static dev.portolan.scorecard.ScorecardFixtures.compiled;
import static dev.portolan.scorecard.ScorecardFixtures.rule;
import static dev.portolan.scorecard.ScorecardFixtures.scorecard;
import static dev.portolan.scorecard.ScorecardFixtures.scorecardFor;
import static dev.portolan.scorecard.ScorecardFixtures.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.scorecard.rule.CompiledScorecard;
import dev.portolan.scorecard.rule.Problem;
import dev.portolan.scorecard.rule.Situation;
import dev.portolan.scorecard.rule.Trial;
import dev.portolan.scorecard.rule.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CelScorecardCompilerTest {
  private static final Situation CHECKOUT =
      seen(
          entity(
              "component:checkout",
              Map.of(
                  "type",
                  "service",
                  "replicas",
                  3,
                  "load",
                  0.5,
                  "ports",
                  List.of(80, 443),
                  "many",
                  Collections.nCopies(200, 1)),
              dependsOn("resource:db")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "entity.kind == 'Component' && entity.spec.type == 'service'",
        "!has(entity.title)",
        "!has(entity.spec.owner)",
        "entity.relations.dependsOn.exists(target, target.startsWith('resource:'))",
        "!has(entity.relations.ownedBy)",
        "entity.spec.replicas > 2",
        "entity.spec.load < 1",
        "entity.spec.ports.exists(port, port == 443)",
        "!('tier' in entity.labels)",
        "entity.ref.matches('^component:[a-z]+/checkout$')",
        "entity.links.all(link, has(link.type))",
      })
  void holdsOfTheCheckout(String expression) {
    assertThat(verdict(expression)).isEqualTo(new Verdict.Holds());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          entity.spec.owner == 'me'                                            | key 'owner' is not present
          1 / 0 == 1                                                           | / by zero
          entity.spec.replicas.startsWith('3')                                 | No matching overload
          dyn(entity.spec.replicas)                                            | is neither true nor false but 3
          entity.spec.many.all(a, entity.spec.many.all(b, a == b))             | too costly
          entity.kind.matches('(a{1000}){1000}')                               | Regex pattern exceeds
          """)
  void whatCannotBeToldIsBrokenAndSaysWhy(String expression, String reason) {
    assertThat(compiled(scorecard("ready", rule("a", "bronze", expression))).problems()).isEmpty();
    assertThat(verdict(expression))
        .isInstanceOfSatisfying(
            Verdict.Broken.class, broken -> assertThat(broken.reason()).contains(reason));
  }

  @Test
  void aScorecardOfWhichNoRuleCanBeEvaluatedSaysSo() {
    String message = "not one rule can be evaluated, so no entity reaches a level; mend the rules";

    assertThat(compiled(scorecard("ready", rule("typo", "gold", "entity.knid == ''"))).problems())
        .last()
        .isEqualTo(new Problem("/spec/rules", null, message));
    assertThat(compiled(scorecard("ready")).problems())
        .last()
        .isEqualTo(new Problem("/spec/rules", null, message));
    assertThat(
            compiled(
                    scorecard(
                        "ready",
                        rule("typo", "gold", "entity.knid == ''"),
                        rule("fine", "bronze", "true")))
                .problems())
        .extracting(Problem::message)
        .doesNotContain(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          entity.knid == 'Component'           | 1 | 7  | undefined field 'knid'
          entity.kind == 3                     | 1 | 13 | no matching overload
          size(entity.tags) >                  | 1 | 20 | mismatched input
          entity.links.exists(l, l.typ == 'x') | 1 | 25 | undefined field 'typ'
          owner == 'me'                        | 1 | 1  | undeclared reference to 'owner'
          entity.name                          | 1 | 1  | is of type string; a condition is true or false
          """)
  void whatDoesNotCompileIsAProblemWithItsPlaceAndBroken(
      String expression, int line, int column, String message) {
    CompiledScorecard scorecard = compiled(scorecard("ready", rule("a", "bronze", expression)));

    assertThat(scorecard.problems())
        .first()
        .satisfies(
            problem -> {
              assertThat(problem.field()).isEqualTo("/spec/rules/0/expression");
              assertThat(problem.rule()).isEqualTo("a");
              assertThat(problem.line()).isEqualTo(line);
              assertThat(problem.column()).isEqualTo(column);
              assertThat(problem.message()).contains(message);
            });
    assertThat(scorecard.conditions().getFirst().on(CHECKOUT, Trial.at(NOW)))
        .isEqualTo(new Verdict.Broken(scorecard.problems().getFirst().text()));
  }

  @Test
  void anExpressionThatIsTooLongTooDeepOrTooWideIsAProblem() {
    for (String expression :
        List.of(
            "true || ".repeat(600) + "true",
            "(".repeat(200) + "true" + ")".repeat(200),
            "[".repeat(1_900) + "]".repeat(1_900) + " == []",
            "x".repeat(CelExpressions.LONGEST + 1))) {
      assertThat(compiled(scorecard("ready", rule("a", "bronze", expression))).problems())
          .as(expression)
          .isNotEmpty();
    }
  }

  @Test
  void aFilterThatDoesNotCompileLetsNothingThrough() {
    CompiledScorecard scorecard =
        compiled(scorecardFor("entity.kind ==", "ready", rule("a", "bronze", "true")));

    assertThat(scorecard.problems()).extracting(Problem::field).containsExactly("/spec/filter");
    assertThat(scorecard.filter().on(CHECKOUT, Trial.at(NOW))).isInstanceOf(Verdict.Broken.class);
  }

  private static Verdict verdict(String expression) {
    return compiled(scorecard("ready", rule("a", "bronze", expression)))
        .conditions()
        .getFirst()
        .on(CHECKOUT, Trial.at(NOW));
  }
}
