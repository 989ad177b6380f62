package dev.portolan.ingestion.adapter;

/** A reading reached one of its bounds; the message says which, and has no stop at its end. */
public final class BoundException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A bound that its owner can read of. */
  public BoundException(String message) {
    super(message);
  }
}
