package dev.portolan.ingestion.adapter.jq;

/** A text that is no JQ program. */
public final class InvalidJqException extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidJqException(String message) {
    super(message);
  }
}
