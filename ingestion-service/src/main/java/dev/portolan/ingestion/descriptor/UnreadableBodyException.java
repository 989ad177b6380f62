package dev.portolan.ingestion.descriptor;

/** A body that breaks off: what came before was read, what follows cannot be told apart. */
public final class UnreadableBodyException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  /**
   * Says where and why the body breaks off.
   *
   * @param line from 1
   * @param column from 1
   */
  public UnreadableBodyException(int line, int column, String message) {
    super(message);
    this.line = line;
    this.column = column;
  }

  /** The line where it breaks off, from 1. */
  public int line() {
    return line;
  }

  /** The column where it breaks off, from 1. */
  public int column() {
    return column;
  }
}
