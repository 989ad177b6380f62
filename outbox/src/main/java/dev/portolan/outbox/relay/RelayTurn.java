package dev.portolan.outbox.relay;

import dev.portolan.outbox.relay.RelayStatus.Phase;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the holder of the lock does: it sends everything that waits in the table, then every row as
 * it is committed, and deletes what Kafka has acknowledged.
 *
 * <p>The table is the truth and the log only says what came to it. A snapshot of PostgreSQL's
 * transactions, taken before the table is read, divides the two: what it sees is read from the
 * table, or was sent before; what it does not see comes through the log. So nothing is lost when
 * the slot is, nothing is sent twice on a clean restart, and after a crash only what was sent and
 * not yet deleted, at most one batch.
 *
 * <p>The log may be ahead of the table: PostgreSQL writes a commit to it a moment before others see
 * what was committed, and much longer before when it waits for a replica. A row is sent when it can
 * be seen: no earlier, because until then it may still be lost, and could not be deleted.
 */
final class RelayTurn {
  private static final Logger LOG = LoggerFactory.getLogger(RelayTurn.class);

  private final WaitingRows table;
  private final RecordSender sender;
  private final RelayStatusBoard board;

  RelayTurn(WaitingRows table, RecordSender sender, RelayStatusBoard board) {
    this.table = table;
    this.sender = sender;
    this.board = board;
  }

  /** Carries until the thread is interrupted; the slot of the stream must exist before. */
  void carry(ChangeStream stream) throws InterruptedException {
    TransactionSnapshot seen = table.snapshot();
    sendWaiting(seen);
    stream.follow(() -> board.enter(Phase.RELAYING), rows -> sendStreamed(rows, seen));
  }

  private void sendWaiting(TransactionSnapshot seen) throws InterruptedException {
    int sent = 0;
    List<WrittenRow> page = table.after(Long.MIN_VALUE);
    while (!page.isEmpty()) {
      // What was committed since the snapshot is in the table too, and will come through the log.
      List<WrittenRow> before = page.stream().filter(row -> seen.sees(row.shortXid())).toList();
      send(before);
      sent += before.size();
      page = table.after(page.getLast().row().id());
    }
    if (sent > 0) {
      LOG.info("Sent {} events that had waited in the outbox", sent);
    }
  }

  private void sendStreamed(List<WrittenRow> rows, TransactionSnapshot seen)
      throws InterruptedException {
    List<WrittenRow> fresh = rows.stream().filter(row -> !seen.sees(row.shortXid())).toList();
    if (!fresh.isEmpty()) {
      table.awaitVisible(fresh);
      send(fresh);
    }
  }

  private void send(List<WrittenRow> written) throws InterruptedException {
    List<WaitingRow> rows = written.stream().map(WrittenRow::row).toList();
    Map<WaitingRow, String> refused = sender.send(rows);
    refused.forEach(this::setAside);
    List<WaitingRow> acknowledged = rows.stream().filter(row -> !refused.containsKey(row)).toList();
    table.remove(acknowledged);
    board.countRelayed(acknowledged.size());
  }

  private void setAside(WaitingRow row, String reason) {
    LOG.error(
        "Kafka will never take event {} ({}, key {}, topic {}): {}. It stays in the outbox table",
        row.eventId(),
        row.type(),
        row.key(),
        row.topic(),
        reason);
    table.refuse(row, reason);
  }
}
