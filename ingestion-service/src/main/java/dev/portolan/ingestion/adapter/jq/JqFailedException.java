package dev.portolan.ingestion.adapter.jq;

/** A program that came to no result with its input: it met an error, or a bound. */
public final class JqFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean runaway;

  JqFailedException(String message, boolean runaway) {
    super(message);
    this.runaway = runaway;
  }

  /** Whether it was stopped at a bound, so that it would not end with other input either. */
  public boolean isRunaway() {
    return runaway;
  }
}
