package dev.portolan.scorecard.rule;

import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a scorecard. The rest of it is evaluated all the same.
 *
 * @param field a JSON Pointer into the scorecard's descriptor, such as {@code
 *     /spec/rules/2/expression}
 * @param rule the id of the rule that it spoils; null when it concerns the scorecard
 * @param line within the expression, from 1; null when it is not the text of an expression
 * @param column within the line, from 1; null when it is not the text of an expression
 * @param message what is wrong, in words
 */
public record Problem(
    String field,
    @Nullable String rule,
    @Nullable Integer line,
    @Nullable Integer column,
    String message) {

  /** A problem that has no place within an expression. */
  public Problem(String field, @Nullable String rule, String message) {
    this(field, rule, null, null, message);
  }

  /** The message, after its place within the expression when it has one. */
  public String text() {
    return line == null ? message : line + ":" + column + " " + message;
  }
}
