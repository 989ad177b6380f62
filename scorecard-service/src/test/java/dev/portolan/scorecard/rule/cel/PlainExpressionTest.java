package dev.portolan.scorecard.rule.cel;

import static dev.portolan.scorecard.EntityFixtures.NOW;
import static dev.portolan.scorecard.EntityFixtures.entity;
import static dev.portolan.scorecard.ScorecardFixtures.compiled;
import static dev.portolan.scorecard.ScorecardFixtures.rule;
import static dev.portolan.scorecard.ScorecardFixtures.scorecard;
import static dev.portolan.scorecard.ScorecardFixtures.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import dev.portolan.scorecard.rule.Trial;
import dev.portolan.scorecard.rule.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainExpressionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          entity.kind == 'Component'                                  ; 4
          has(entity.spec.owner) && entity.spec.owner.startsWith('g') ; 9
          'a' in entity.tags || size(entity.tags) > 3                 ; 10
          entity.annotations['a'].contains('a few words')             ; 6
          entity.name.matches('sh.p')                                 ; 4
          """)
  void whatHasNoLoopAndMakesNothingAndSearchesLittleIsPlain(String expression, int steps)
      throws Exception {
    assertThat(PlainExpression.is(parsed(expression))).isTrue();
    assertThat(PlainExpression.steps(parsed(expression))).isEqualTo(steps);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "entity.name + entity.name == 'shopshop'",
        "entity.tags.all(t, t != 'x')",
        "entity.description.matches('sh.p')",
        "has(entity.name) ? entity.title.matches('sh.p') : false",
        "entity.name.matches(entity.title)",
        "facts.name.matches('sh.p')",
        "entity.title.contains('more than twenty letters')",
        "['a','b','c','d','e'].exists_one(x, entity.title.contains(x))",
        "entity.title.contains('a') || entity.title.contains('b') || entity.title.contains('c')"
            + " || entity.title.contains('d') || entity.name.matches('e')",
        "entity.name.contains(entity.title)",
        "{'a': entity.name}['a'] == 'x'",
        "median(facts.times) < 3.0",
      })
  void whatMakesOrSearchesMuchOrLoopsIsNot(String expression) throws Exception {
    assertThat(PlainExpression.is(parsed(expression))).isFalse();
  }

  @Test
  void aPlainOneThatReadsWhatIsAbsentEndsInAnError() {
    assertThat(verdict("entity.spec.owner == 'x'")).isInstanceOf(Verdict.Broken.class);
  }

  private static CelExpr parsed(String expression) throws CelValidationException {
    return CelParserFactory.standardCelParserBuilder()
        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
        .build()
        .parse(expression)
        .getAst()
        .getExpr();
  }

  private static Verdict verdict(String expression) {
    return compiled(scorecard("plain", rule("a", "gold", expression)))
        .conditions()
        .getFirst()
        .on(seen(entity("component:shop", Map.of())), Trial.at(NOW));
  }
}
