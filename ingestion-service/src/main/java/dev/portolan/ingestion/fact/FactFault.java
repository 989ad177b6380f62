package dev.portolan.ingestion.fact;

import org.jspecify.annotations.Nullable;

/** A rule that a fact breaks. */
final class FactFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final @Nullable String field;

  /**
   * Says what is wrong.
   *
   * @param field JSON pointer into the fact; null when it is at fault as a whole
   */
  FactFault(@Nullable String field, String problem) {
    super(problem, null, false, false);
    this.field = field;
  }

  FactProblem at(int index, int line) {
    return new FactProblem(index, line, field, String.valueOf(getMessage()));
  }
}
