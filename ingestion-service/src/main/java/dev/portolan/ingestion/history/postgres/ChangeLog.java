package dev.portolan.ingestion.history.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.history.Page;
import dev.portolan.ingestion.history.Page.Event;
import dev.portolan.ingestion.history.Position;
import dev.portolan.ingestion.history.Span;
import dev.portolan.ingestion.reconciliation.postgres.Refs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What changed between two moments, whichever entity. */
@Component
public class ChangeLog {
  private static final String IN_SPAN = "committed_at > :from and committed_at <= :to";

  private final JdbcClient jdbc;
  private final Kept kept;

  ChangeLog(JdbcClient jdbc, Kept kept) {
    this.jdbc = jdbc;
    this.kept = kept;
  }

  private record Row(Position position, Event event) {}

  /**
   * The changes of a span, the newest first.
   *
   * @param first at most so many
   * @param after only those that follow this one; null for the first page
   * @throws dev.portolan.ingestion.history.PurgedException when the span begins before what history
   *     still holds
   */
  @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
  public Page page(Span span, int first, @Nullable Position after) {
    kept.check("from", span.from());
    return read(span, first, after);
  }

  /**
   * What is held of the changes of these entities, the newest first.
   *
   * @param first at most so many
   * @param after only those that follow this one; null for the first page
   */
  @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
  public Page page(List<EntityRef> refs, int first, @Nullable Position after) {
    return read(Span.everOf(refs), first, after);
  }

  private Page read(Span span, int first, @Nullable Position after) {
    List<Row> rows = rows(span, first + 1, after);
    List<Row> shown = rows.subList(0, Math.min(first, rows.size()));
    return new Page(
        total(span),
        shown.stream().map(Row::event).toList(),
        shown.isEmpty() ? null : shown.getLast().position().cursor(),
        rows.size() > first);
  }

  private List<Row> rows(Span span, int most, @Nullable Position after) {
    StatementSpec statement =
        in(
                span,
                "select ref, version, committed_at, event from entity_version where ",
                (after == null ? "" : " and (committed_at, ref, version) < (:at, :ref, :version)")
                    + " order by committed_at desc, ref desc, version desc limit :most")
            .param("most", most);
    if (after != null) {
      statement
          .param("at", utc(after.committedAt()))
          .param("ref", after.ref().toString())
          .param("version", after.version());
    }
    return statement.query((row, _) -> row(row)).list();
  }

  private long total(Span span) {
    return in(span, "select count(*) from entity_version where ", "").query(Long.class).single();
  }

  private StatementSpec in(Span span, String select, String rest) {
    List<EntityRef> refs = span.refs();
    StatementSpec statement =
        jdbc.sql(select + IN_SPAN + (refs == null ? "" : " and ref = any(:refs)") + rest)
            .param("from", utc(span.from()))
            .param("to", utc(span.to()));
    return refs == null ? statement : statement.param("refs", Refs.array(refs));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        new Position(
            row.getObject("committed_at", OffsetDateTime.class).toInstant(),
            EntityRef.parse(row.getString("ref")),
            row.getLong("version")),
        new Event(row.getString("event")));
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
