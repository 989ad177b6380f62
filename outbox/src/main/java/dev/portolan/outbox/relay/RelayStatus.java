package dev.portolan.outbox.relay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the relay is doing.
 *
 * @param since when it began to
 * @param reason why it cannot do more; null when it can
 */
record RelayStatus(Phase phase, Instant since, @Nullable String reason) {

  enum Phase {
    /** It takes the lock, sees to the slot and sends what waits from before. */
    STARTING,
    /** Another instance has the lock. */
    STANDING_BY,
    /** It carries events as they are committed. */
    RELAYING,
    /** Kafka acknowledges nothing; it tries on. */
    KAFKA_AWAY,
    /** Something else is in the way; it tries on. */
    FAILING,
    /** The service is stopping, or has not started. */
    STOPPED
  }
}
