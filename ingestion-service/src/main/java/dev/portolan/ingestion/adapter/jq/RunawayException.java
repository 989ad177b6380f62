package dev.portolan.ingestion.adapter.jq;

/** Stops a program at a bound; unchecked, so that no {@code try} of the program catches it. */
final class RunawayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RunawayException(String message) {
    super(message, null, false, false);
  }
}
