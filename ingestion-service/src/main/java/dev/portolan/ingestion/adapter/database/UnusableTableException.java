package dev.portolan.ingestion.adapter.database;

/** A table cannot be read as a source; the message says which and why. */
final class UnusableTableException extends Exception {
  private static final long serialVersionUID = 1L;

  UnusableTableException(String message) {
    super(message);
  }
}
