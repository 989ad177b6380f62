package dev.portolan.ingestion.descriptor.format.graphql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Goes over a document and heeds what stands outside of all brackets.
 *
 * <p>By hand and not by graphql-java, whose parser takes more than a minute for a megabyte of
 * brackets.
 */
final class GraphQlReading {
  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

  /** What declares a part of a schema. */
  private static final Set<String> DECLARATIONS =
      Set.of("schema", "type", "interface", "union", "enum", "input", "scalar", "directive");

  /** After these follows a name, which may be a word that declares something elsewhere. */
  private static final Set<String> BEFORE_NAMES =
      Set.of(
          "type",
          "interface",
          "union",
          "enum",
          "input",
          "scalar",
          "query",
          "mutation",
          "subscription",
          "fragment",
          "implements",
          "on",
          "=",
          "|",
          "&",
          "@");

  /** A bracket that is open. */
  private record Open(String bracket, int line) {}

  private final GraphQlTokens tokens;
  private final Deque<Open> open = new ArrayDeque<>();
  private boolean declaresTypes;
  private boolean beginsQueries;

  GraphQlReading(String text) {
    this.tokens = new GraphQlTokens(text);
  }

  GraphQlDocument read() {
    String beforeLast = "";
    String last = "";
    for (String token = tokens.next(); !token.isEmpty(); token = tokens.next()) {
      if (OPENING.contains(token)) {
        open.push(new Open(token, tokens.line()));
      } else if (CLOSING.contains(token)) {
        if (open.isEmpty() || OPENING.indexOf(open.pop().bracket()) != CLOSING.indexOf(token)) {
          return new GraphQlDocument.Broken(
              tokens.line(), "The '" + token + "' closes nothing that is open.");
        }
      } else if (open.isEmpty()) {
        heed(token, last, beforeLast);
      }
      beforeLast = last;
      last = token;
    }
    if (!open.isEmpty()) {
      Open first = open.peekLast();
      return new GraphQlDocument.Broken(
          first.line(), "The '" + first.bracket() + "' is not closed.");
    }
    return beginsQueries
        ? new GraphQlDocument.Schema()
        : declaresTypes ? new GraphQlDocument.PartOfSchema() : new GraphQlDocument.Operations();
  }

  private void heed(String word, String last, String beforeLast) {
    boolean isName = BEFORE_NAMES.contains(last);
    declaresTypes |= !isName && DECLARATIONS.contains(word);
    beginsQueries |=
        isName
            ? word.equals("Query") && last.equals("type") && !beforeLast.equals("extend")
            : word.equals("schema") && !last.equals("extend");
  }
}
