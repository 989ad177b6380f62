package dev.portolan.outbox.relay;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which transactions were committed, or failed for good, at one moment: PostgreSQL's {@code
 * pg_snapshot}.
 *
 * @param oldestRunning every transaction below it had ended
 * @param next this transaction and all above had not begun
 * @param running those between the two which had not ended
 */
record TransactionSnapshot(long oldestRunning, long next, Set<Long> running) {

  TransactionSnapshot {
    running = Set.copyOf(running);
  }

  /** Reads PostgreSQL's own text form, such as {@code 748:752:748,750}. */
  static TransactionSnapshot parse(String text) {
    String[] parts = text.split(":", 3);
    Set<Long> running =
        Arrays.stream(parts[2].split(","))
            .filter(xid -> !xid.isEmpty())
            .map(Long::valueOf)
            .collect(Collectors.toSet());
    return new TransactionSnapshot(Long.parseLong(parts[0]), Long.parseLong(parts[1]), running);
  }

  /**
   * Whether what that transaction wrote was visible at the moment of this snapshot.
   *
   * @param shortXid the lower 32 bits of a transaction's id, as the replication stream has them:
   *     the id meant is the one nearest to this snapshot
   */
  boolean sees(long shortXid) {
    long xid = next + (int) (shortXid - next);
    return xid < oldestRunning || (xid < next && !running.contains(xid));
  }
}
