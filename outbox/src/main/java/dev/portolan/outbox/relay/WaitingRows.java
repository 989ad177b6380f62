package dev.portolan.outbox.relay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The table as the relay sees it: what is in it has not been acknowledged. */
final class WaitingRows {
  private static final int ROWS_OF_A_PAGE = 2_048;
  private static final int BYTES_OF_A_PAGE = 16 * 1024 * 1024;
  private static final Duration PAUSE = Duration.ofMillis(5);

  private static final String PAGE =
      """
      select * from (
        select *, sum(coalesce(octet_length(payload), 0)) over (order by id)
                  - coalesce(octet_length(payload), 0) as bytes_before
        from (select *, xmin::text::bigint as short_xid from outbox where id > :after and refused is null order by id limit :rows)
      ) where bytes_before < :bytes
      order by id
      """;

  private final JdbcClient session;

  WaitingRows(JdbcClient session) {
    this.session = session;
  }

  /** What the next statements see at least. */
  TransactionSnapshot snapshot() {
    return TransactionSnapshot.parse(
        session.sql("select pg_current_snapshot()::text").query(String.class).single());
  }

  /** Returns when the next statements see these rows, unless they were deleted. */
  void awaitVisible(List<WrittenRow> rows) throws InterruptedException {
    while (!isVisible(rows)) {
      // PostgreSQL tells nobody when a commit becomes visible: it can only be asked again.
      Thread.sleep(PAUSE);
    }
  }

  private boolean isVisible(List<WrittenRow> rows) {
    TransactionSnapshot now = snapshot();
    return rows.stream().allMatch(row -> now.sees(row.shortXid()));
  }

  /** The next rows after the id, in the order in which they were written; at least one if any. */
  List<WrittenRow> after(long id) {
    return session
        .sql(PAGE)
        .param("after", id)
        .param("rows", ROWS_OF_A_PAGE)
        .param("bytes", BYTES_OF_A_PAGE)
        .query((row, number) -> read(row))
        .list();
  }

  /** Forgets rows that Kafka has. */
  void remove(List<WaitingRow> rows) {
    Object[] ids = rows.stream().map(WaitingRow::id).toArray();
    session
        .sql("delete from outbox where id = any(:ids)")
        .param("ids", new SqlArrayValue("bigint", ids))
        .update();
  }

  /** Keeps a row that Kafka will never take, with the reason. */
  void refuse(WaitingRow row, String reason) {
    session
        .sql("update outbox set refused = :reason where id = :id")
        .param("reason", reason)
        .param("id", row.id())
        .update();
  }

  private static WrittenRow read(ResultSet row) throws SQLException {
    return new WrittenRow(
        row.getLong("short_xid"),
        new WaitingRow(
            row.getLong("id"),
            row.getString("event_id"),
            row.getString("topic"),
            row.getString("key"),
            row.getString("type"),
            row.getString("subject"),
            row.getString("payload"),
            row.getObject("time", OffsetDateTime.class).toInstant().toString(),
            row.getString("traceparent")));
  }
}
