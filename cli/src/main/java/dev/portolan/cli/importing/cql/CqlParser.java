package dev.portolan.cli.importing.cql;

import dev.portolan.cli.importing.cql.Cql.Argument;
import dev.portolan.cli.importing.cql.Cql.Operator;
import dev.portolan.cli.importing.cql.Token.Sort;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an expression by recursive descent: {@code or} binds loosest, then {@code and}, {@code
 * not}, comparisons, sums, products.
 *
 * <p>That {@code !} binds looser than {@code ==} is documented by example: {@code !entity.tag() ==
 * "production"} negates the comparison (docs.cortex.io/cql).
 */
public final class CqlParser {
  /** The longest expression that is read, in characters. */
  public static final int LONGEST = 4_000;

  /** Sums and chains of calls nest as deep as they are long. */
  private static final int MOST_TOKENS = 1_000;

  private static final int DEEPEST = 60;

  private final List<Token> tokens;
  private int at;
  private int depth;

  private CqlParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Reads the whole text as one expression. */
  public static Cql parse(String text) throws CqlSyntaxException {
    if (text.length() > LONGEST) {
      throw new CqlSyntaxException(LONGEST, "an expression longer than " + LONGEST + " characters");
    }
    CqlParser parser = new CqlParser(Tokens.of(text));
    if (parser.tokens.size() > MOST_TOKENS) {
      throw new CqlSyntaxException(0, "more than " + MOST_TOKENS + " words and signs, beginning");
    }
    if (parser.peek().sort() == Sort.END) {
      throw new CqlSyntaxException(0, "no expression but blanks and comments");
    }
    Cql expression = parser.expression();
    if (parser.peek().sort() != Sort.END) {
      throw parser.unexpected("the end");
    }
    return expression;
  }

  private Cql expression() throws CqlSyntaxException {
    if (++depth > DEEPEST) {
      throw new CqlSyntaxException(
          peek().offset(), "an expression nested more than " + DEEPEST + " deep");
    }
    Cql left = conjunction();
    while (skipWord("or")) {
      left = new Cql.Or(left, conjunction());
    }
    depth--;
    return left;
  }

  private Cql conjunction() throws CqlSyntaxException {
    Cql left = negation();
    while (skipWord("and")) {
      left = new Cql.And(left, negation());
    }
    return left;
  }

  private Cql negation() throws CqlSyntaxException {
    int negations = 0;
    while (skipSign("!") || skipWord("not")) {
      negations++;
    }
    Cql condition = comparison();
    // Two of them say nothing.
    return negations % 2 == 0 ? condition : new Cql.Not(condition);
  }

  private Cql comparison() throws CqlSyntaxException {
    Cql left = sum();
    for (Operator operator : Operator.values()) {
      if (skipSign(operator.sign())) {
        return new Cql.Comparison(left, operator, sum());
      }
    }
    return left;
  }

  private Cql sum() throws CqlSyntaxException {
    Cql left = product();
    while (peek().isSign("+") || peek().isSign("-")) {
      left = new Cql.Arithmetic(left, next().text().charAt(0), product());
    }
    return left;
  }

  private Cql product() throws CqlSyntaxException {
    Cql left = member();
    while (peek().isSign("*") || peek().isSign("/")) {
      left = new Cql.Arithmetic(left, next().text().charAt(0), member());
    }
    return left;
  }

  private Cql member() throws CqlSyntaxException {
    Cql target = primary();
    while (skipSign(".")) {
      String name = word("the name of a field or function");
      target =
          peek().isSign("(")
              ? new Cql.Call(target, name, arguments())
              : new Cql.Field(target, name);
    }
    return target;
  }

  private Cql primary() throws CqlSyntaxException {
    Token token = next();
    switch (token.sort()) {
      case TEXT -> {
        return new Cql.Text(token.text());
      }
      case NUMBER -> {
        return new Cql.Amount(new BigDecimal(token.text()));
      }
      case WORD -> {
        return named(token);
      }
      case SIGN -> {
        return signed(token);
      }
      case END -> {}
    }
    at--;
    throw unexpected("a value");
  }

  private Cql named(Token token) throws CqlSyntaxException {
    if (peek().isSign("(")) {
      return new Cql.Call(null, token.text(), arguments());
    }
    if (token.isWord("true") || token.isWord("false")) {
      return new Cql.Bool(token.isWord("true"));
    }
    if (token.isWord("null")) {
      return new Cql.Null();
    }
    if (token.isWord("and") || token.isWord("or") || token.isWord("not")) {
      at--;
      throw unexpected("a value");
    }
    return new Cql.Name(token.text());
  }

  private Cql signed(Token token) throws CqlSyntaxException {
    if (token.isSign("(")) {
      return parenthesised();
    }
    if (token.isSign("[")) {
      return listing();
    }
    if (token.isSign("-") && peek().sort() == Sort.NUMBER) {
      return new Cql.Amount(new BigDecimal(next().text()).negate());
    }
    at--;
    throw unexpected("a value");
  }

  private Cql parenthesised() throws CqlSyntaxException {
    if (peek().sort() == Sort.WORD && peek(1).isSign(")") && peek(2).isSign("=>")) {
      String parameter = next().text();
      at += 2;
      return new Cql.Lambda(parameter, expression());
    }
    Cql inner = expression();
    expect(")");
    return inner;
  }

  private Cql listing() throws CqlSyntaxException {
    List<Cql> items = new ArrayList<>();
    while (!skipSign("]")) {
      if (!items.isEmpty()) {
        expect(",");
      }
      items.add(expression());
    }
    return new Cql.Listing(List.copyOf(items));
  }

  private List<Argument> arguments() throws CqlSyntaxException {
    expect("(");
    List<Argument> arguments = new ArrayList<>();
    while (!skipSign(")")) {
      if (!arguments.isEmpty()) {
        expect(",");
      }
      arguments.add(new Argument(argumentName(), expression()));
    }
    return List.copyOf(arguments);
  }

  private @Nullable String argumentName() {
    if (peek().sort() != Sort.WORD || !peek(1).isSign("=")) {
      return null;
    }
    String name = next().text();
    at++;
    return name;
  }

  private String word(String wanted) throws CqlSyntaxException {
    if (peek().sort() != Sort.WORD) {
      throw unexpected(wanted);
    }
    return next().text();
  }

  private void expect(String sign) throws CqlSyntaxException {
    if (!skipSign(sign)) {
      throw unexpected("'" + sign + "'");
    }
  }

  private CqlSyntaxException unexpected(String wanted) {
    return new CqlSyntaxException(peek().offset(), peek().shown() + " instead of " + wanted);
  }

  private boolean skipSign(String sign) {
    return skip(peek().isSign(sign));
  }

  private boolean skipWord(String word) {
    return skip(peek().isWord(word));
  }

  private boolean skip(boolean found) {
    at += found ? 1 : 0;
    return found;
  }

  private Token next() {
    Token token = peek();
    at++;
    return token;
  }

  private Token peek() {
    return peek(0);
  }

  private Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }
}
