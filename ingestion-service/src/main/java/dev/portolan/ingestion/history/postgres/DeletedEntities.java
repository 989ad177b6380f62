package dev.portolan.ingestion.history.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.history.Deleted;
import dev.portolan.ingestion.history.DeletedPage;
import dev.portolan.ingestion.history.Position;
import dev.portolan.ingestion.observation.CanonicalJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The entities that are deleted now. */
@Component
public class DeletedEntities {
  /** Few, because an event may be a megabyte, and as many are in memory at once. */
  private static final int FETCHED = 50;

  private final JdbcClient jdbc;

  DeletedEntities(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Some of them, the newest deletion first.
   *
   * @param kind only of this kind, in lower case; null for all
   * @param first at most so many
   * @param after only those that follow this one; null for the first page
   */
  @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
  public DeletedPage page(@Nullable String kind, int first, @Nullable Position after) {
    List<Deleted> found = found(kind, first + 1, after);
    List<Deleted> shown = found.subList(0, Math.min(first, found.size()));
    return new DeletedPage(
        total(kind),
        shown,
        shown.isEmpty() ? null : position(shown.getLast()).cursor(),
        found.size() > first);
  }

  /** A deletion is never the first version, and the version before it has a state. */
  private List<Deleted> found(@Nullable String kind, int most, @Nullable Position after) {
    StatementSpec statement =
        of(
                kind,
                """
                select gone.ref, gone.version, gone.committed_at, last.event
                from entity
                join entity_version gone using (ref, version)
                left join entity_version last
                  on last.ref = gone.ref and last.version = gone.version - 1
                where entity.deleted
                """,
                (after == null ? "" : " and (gone.committed_at, gone.ref) < (:at, :ref)")
                    + " order by gone.committed_at desc, gone.ref desc limit :most")
            .withFetchSize(FETCHED)
            .param("most", most);
    if (after != null) {
      statement
          .param("at", after.committedAt().atOffset(ZoneOffset.UTC))
          .param("ref", after.ref().toString());
    }
    return statement.query((row, _) -> deleted(row)).list();
  }

  private long total(@Nullable String kind) {
    return of(kind, "select count(*) from entity where entity.deleted", "")
        .query(Long.class)
        .single();
  }

  /** References of a kind lie between its colon and the character after that. */
  private StatementSpec of(@Nullable String kind, String select, String rest) {
    String ofKind =
        kind == null ? "" : " and entity.ref > :kind || ':' and entity.ref < :kind || ';'";
    StatementSpec statement = jdbc.sql(select + ofKind + rest);
    return kind == null ? statement : statement.param("kind", kind);
  }

  private static Deleted deleted(ResultSet row) throws SQLException {
    String last = row.getString("event");
    return Deleted.of(
        EntityRef.parse(row.getString("ref")),
        row.getLong("version"),
        row.getObject("committed_at", OffsetDateTime.class).toInstant(),
        last == null ? null : CanonicalJson.event(last));
  }

  private static Position position(Deleted deleted) {
    return new Position(deleted.deletedAt(), deleted.ref(), deleted.version());
  }
}
