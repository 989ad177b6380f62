package dev.portolan.outbox.relay;

import dev.portolan.outbox.relay.RelayStatus.Phase;
import java.time.InstantSource;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Where the relay says what it does, for those who look from other threads. */
final class RelayStatusBoard {
  private final InstantSource clock;
  private final LongAdder relayed = new LongAdder();
  private volatile RelayStatus status;

  RelayStatusBoard(InstantSource clock) {
    this.clock = clock;
    status = new RelayStatus(Phase.STOPPED, clock.instant(), null);
  }

  RelayStatus status() {
    return status;
  }

  /** Notes the phase; it keeps its beginning while it lasts. */
  void enter(Phase phase, @Nullable String reason) {
    RelayStatus before = status;
    status =
        new RelayStatus(phase, before.phase() == phase ? before.since() : clock.instant(), reason);
  }

  void enter(Phase phase) {
    enter(phase, null);
  }

  /** How many events Kafka has acknowledged since the service started. */
  long relayed() {
    return relayed.sum();
  }

  void countRelayed(int events) {
    relayed.add(events);
  }
}
