package dev.portolan.ingestion.descriptor.body;

/** Text that is not what it sets out to be; thrown for a whole body or for one of its documents. */
public final class MalformedTextException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;
  private final String rule;

  /**
   * Says where and why.
   *
   * @param line in the body, from 1
   * @param column in characters, from 1
   * @param rule the name of the rule that is broken, such as {@code json}
   */
  public MalformedTextException(int line, int column, String rule, String message) {
    super(message);
    this.line = line;
    this.column = column;
    this.rule = rule;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /** The line in the body, from 1. */
  public int line() {
    return line;
  }

  /** The column in characters, from 1. */
  public int column() {
    return column;
  }

  /** The name of the rule that is broken. */
  public String rule() {
    return rule;
  }
}
