package dev.portolan.cli.importing.cql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.cli.importing.cql.Cql.Argument;
import dev.portolan.cli.importing.cql.Cql.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CqlParserTest {
  private static final List<Operator> OPERATORS = List.of(Operator.values());

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "a.b() or c and d -> (a.b() OR (c and d))",
        "a OR b AND c OR d -> ((a OR (b and c)) OR d)",
        "!entity.tag() == \"x\" -> (!(entity.tag() == \"x\"))",
        "not a and b -> ((!a) and b)",
        "not not a -> a",
        "1 + 2 * 3 > 4 -> ((1 + (2 * 3)) > 4)",
        "8 - 4 - 2 > -1 -> (((8 - 4) - 2) > -1)",
        "(a or b) and c -> ((a OR b) and c)",
        "custom('k').x.y != null -> (custom(\"k\").x.y != null)",
        "f(key=\"a\", lookback = duration(\"P1Y\")).length > 0"
            + " -> (f(key = \"a\", lookback = duration(\"P1Y\")).length > 0)",
        "groups().any((g) => g.name == \"t\") -> groups().any((g) => (g.name == \"t\"))",
        "git.f(severity=[\"A\", \"B\"]) == 0 -> (git.f(severity = [\"A\", \"B\"]) == 0)",
        "a /* why */ == true -> (a == true)",
        "\"say \\\"hi\\\"\" == a -> (\"say \\\"hi\\\"\" == a)",
      })
  void anExpressionIsReadAsItBinds(String text, String bound) throws CqlSyntaxException {
    assertThat(CqlText.of(CqlParser.parse(text))).isEqualTo(bound);
  }

  @Test
  void aBackslashOfARegularExpressionStays() throws CqlSyntaxException {
    assertThat(CqlParser.parse("\"\\d+\"")).isEqualTo(new Cql.Text("\\d+"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "a == -> the end instead of a value at character 5",
        "a b -> 'b' instead of the end at character 3",
        "(a -> the end instead of ')' at character 3",
        "\"a -> a text that does not end at character 1",
        "a && b -> an unexpected '&' at character 3",
        "a.(b) -> '(' instead of the name of a field or function at character 3",
        "/* nothing */ -> no expression but blanks and comments at character 1",
        "a /* b -> a comment that does not end at character 3",
        "a and and b -> 'and' instead of a value at character 7",
        "f(a b) -> 'b' instead of ',' at character 5",
      })
  void whatIsNoCqlIsSaidWithItsPlace(String text, String problem) {
    assertThatThrownBy(() -> CqlParser.parse(text))
        .isInstanceOf(CqlSyntaxException.class)
        .hasMessage("this is no CQL that Portolan knows: " + problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "f(", "!(", "(x) => "})
  void howDeepAnExpressionNestsIsBounded(String opening) {
    assertThatThrownBy(() -> CqlParser.parse(opening.repeat(100) + "a"))
        .isInstanceOf(CqlSyntaxException.class)
        .hasMessageContaining("deep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a or ", "a.", "1+", "a and "})
  void howLongAnExpressionIsIsBounded(String part) {
    assertThatThrownBy(() -> CqlParser.parse(part.repeat(600) + "a"))
        .isInstanceOf(CqlSyntaxException.class)
        .hasMessageContaining("more than 1000 words");
    assertThatThrownBy(() -> CqlParser.parse("a".repeat(CqlParser.LONGEST + 1)))
        .hasMessageContaining("longer than 4000 characters");
  }

  @Test
  void whatIsWrittenFromATreeIsReadAsTheSameTree() throws CqlSyntaxException {
    Random random = new Random(7);
    for (int i = 0; i < 3_000; i++) {
      Cql tree = tree(random, 4);
      String text = CqlText.of(tree);
      assertThat(CqlParser.parse(text)).as(text).isEqualTo(tree);
    }
  }

  @Test
  void anyTextIsReadOrRefusedAndNothingElse() {
    Random random = new Random(11);
    String letters = "ab.(),=!<>\"'[]+-*/ 019é\\_";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(25); n >= 0; n--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      try {
        assertThat(CqlParser.parse(text.toString())).isNotNull();
      } catch (CqlSyntaxException e) {
        assertThat(e).hasMessageContaining("at character");
      }
    }
  }

  private static Cql tree(Random random, int depth) {
    int sort = depth == 0 ? random.nextInt(5) : random.nextInt(13);
    return switch (sort) {
      case 0 -> new Cql.Text(List.of("", "a b", "\"q\"", "\\d", "'").get(random.nextInt(5)));
      case 1 -> new Cql.Amount(BigDecimal.valueOf(random.nextInt(1000), random.nextInt(3)));
      case 2 -> new Cql.Bool(random.nextBoolean());
      case 3 -> new Cql.Null();
      case 4 -> new Cql.Name(List.of("git", "x_1", "oncall").get(random.nextInt(3)));
      case 5 -> new Cql.Listing(List.of(tree(random, 0), tree(random, depth - 1)));
      case 6 -> new Cql.Field(new Cql.Name("a"), "length");
      case 7 -> call(random, depth);
      case 8 -> new Cql.Call(null, "any", List.of(new Argument(null, lambda(random, depth))));
      case 9 -> not(tree(random, depth - 1));
      case 10 -> new Cql.And(tree(random, depth - 1), tree(random, depth - 1));
      case 11 -> new Cql.Or(tree(random, depth - 1), tree(random, depth - 1));
      default ->
          random.nextBoolean()
              ? new Cql.Comparison(
                  tree(random, depth - 1),
                  OPERATORS.get(random.nextInt(OPERATORS.size())),
                  tree(random, depth - 1))
              : new Cql.Arithmetic(
                  tree(random, depth - 1), "+-*/".charAt(random.nextInt(4)), tree(random, 0));
    };
  }

  private static Cql not(Cql inner) {
    return inner instanceof Cql.Not ? inner : new Cql.Not(inner);
  }

  private static Cql lambda(Random random, int depth) {
    return new Cql.Lambda("item", tree(random, depth - 1));
  }

  private static Cql call(Random random, int depth) {
    List<Argument> arguments = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      arguments.add(new Argument(random.nextBoolean() ? "key" : null, tree(random, depth - 1)));
    }
    return new Cql.Call(new Cql.Name("git"), "f", List.copyOf(arguments));
  }
}
