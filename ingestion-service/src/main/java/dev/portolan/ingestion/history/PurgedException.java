package dev.portolan.ingestion.history;

import java.time.Instant;

/** What was asked for lies before what history still holds: any answer could be wrong. */
public final class PurgedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Instant earliest;

  /**
   * Says what cannot be answered.
   *
   * @param earliest the first moment that can be asked for instead
   */
  public PurgedException(String message, Instant earliest) {
    super(message);
    this.earliest = earliest;
  }

  /** The first moment that can be asked for instead. */
  public Instant earliest() {
    return earliest;
  }
}
