package dev.portolan.ingestion.webhook;

import org.jspecify.annotations.Nullable;

/** What comes of a delivery. */
public sealed interface Reaction {

  /** Nothing: whoever sent it knows no secret of such a source, or there is no such source. */
  record Refused() implements Reaction {}

  /** Nothing: who sent it knows the secret, and what was sent cannot be understood. */
  record Faulty(String detail) implements Reaction {}

  /** Nothing, as it is nothing new to the source. */
  record PassedOver(String reason) implements Reaction {}

  /**
   * The source is read.
   *
   * @param sync that began; null: one is under way, and one more follows it
   */
  record Taken(@Nullable Long sync) implements Reaction {}
}
