package dev.portolan.search.intake;

/** Kafka does not let the topic be read again; whoever reads it may try later. */
public final class ReplayException extends RuntimeException {
  public ReplayException(String message) {
    super(message);
  }

  public ReplayException(String message, Throwable cause) {
    super(message, cause);
  }
}
