package dev.portolan.ingestion.history.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.history.Page;
import dev.portolan.ingestion.history.Page.Event;
import dev.portolan.ingestion.history.PurgedException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the versions of an entity. */
@Component
public class HistoryTable {
  private final JdbcClient jdbc;

  HistoryTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The changes below a version, the newest first.
   *
   * @param before only versions below this one
   */
  public Page page(EntityRef ref, int first, long before) {
    record Row(long version, Event event) {}
    List<Row> rows =
        jdbc.sql(
                """
                select version, event from entity_version
                where ref = ? and version < ? order by version desc limit ?
                """)
            .params(ref.toString(), before, first + 1)
            .query((row, _) -> new Row(row.getLong("version"), new Event(row.getString("event"))))
            .list();
    List<Row> shown = rows.subList(0, Math.min(first, rows.size()));
    return new Page(
        total(ref),
        shown.stream().map(Row::event).toList(),
        shown.isEmpty() ? null : Long.toString(shown.getLast().version()),
        rows.size() > first);
  }

  /**
   * The newest version of that moment, also when it says that the entity was deleted; empty when it
   * is certain that the entity did not exist yet.
   *
   * <p>What a purge leaves of an entity has no gap: a version that is held at or before the moment
   * was the one of that moment, and where the first version is held nothing came before it.
   *
   * @throws PurgedException when the version of that moment is held no more
   */
  @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
  public Optional<String> asOf(EntityRef ref, Instant moment) {
    Optional<String> event =
        jdbc.sql(
                """
                select event from entity_version
                where ref = ? and committed_at <= ? order by version desc limit 1
                """)
            .params(ref.toString(), moment.atOffset(ZoneOffset.UTC))
            .query((row, _) -> row.getString("event"))
            .optional();
    if (event.isEmpty()) {
      checkNothingBefore(ref, moment);
    }
    return event;
  }

  private void checkNothingBefore(EntityRef ref, Instant moment) {
    record Oldest(long version, Instant committedAt) {}
    jdbc.sql(
            """
            select version, committed_at from entity_version
            where ref = ? order by version limit 1
            """)
        .param(ref.toString())
        .query(
            (row, _) ->
                new Oldest(
                    row.getLong("version"),
                    row.getObject("committed_at", OffsetDateTime.class).toInstant()))
        .optional()
        .filter(oldest -> oldest.version() > 1)
        .ifPresent(
            oldest -> {
              throw new PurgedException(
                  "What %s was as of %s is not held any more; the first version that is, %d, is of %s."
                      .formatted(ref, moment, oldest.version(), oldest.committedAt()),
                  oldest.committedAt());
            });
  }

  private long total(EntityRef ref) {
    return jdbc.sql("select count(*) from entity_version where ref = ?")
        .param(ref.toString())
        .query((row, _) -> row.getLong(1))
        .single();
  }
}
