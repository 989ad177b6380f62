package dev.portolan.catalog.intake.kafka;

/** Kafka or the store did not say how far it is. */
final class LagUnknownException extends RuntimeException {
  LagUnknownException(Throwable cause) {
    super("Kafka or Neo4j did not answer how many records are still to be read; try again", cause);
  }
}
