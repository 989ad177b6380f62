package dev.portolan.outbox.relay;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Down when the relay has been kept from its work for a while; standing by is no fault. What is
 * committed meanwhile waits and is not lost, so this belongs to no probe that restarts the service.
 */
final class OutboxHealth extends AbstractHealthIndicator {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final RelayStatusBoard board;
  private final InstantSource clock;

  OutboxHealth(RelayStatusBoard board, InstantSource clock) {
    this.board = board;
    this.clock = clock;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    RelayStatus status = board.status();
    boolean hindered =
        switch (status.phase()) {
          case STARTING, STANDING_BY, RELAYING -> false;
          case KAFKA_AWAY, FAILING, STOPPED -> true;
        };
    boolean forLong = status.since().plus(PATIENCE).isBefore(clock.instant());
    if (hindered && forLong) {
      health.down();
    } else {
      health.up();
    }
    health.withDetail("relay", status.phase()).withDetail("since", status.since());
    if (status.reason() != null) {
      health.withDetail("reason", status.reason());
    }
  }
}
