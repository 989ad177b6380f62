package dev.portolan.scorecard.intake.kafka;

/** Kafka did not say how far it and this reader are. */
final class LagUnknownException extends RuntimeException {
  LagUnknownException(Throwable cause) {
    super("Kafka did not answer how many records are still to be read", cause);
  }
}
