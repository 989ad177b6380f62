package dev.portolan.ingestion.reconciliation.postgres;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.reconciliation.Decided;
import dev.portolan.ingestion.reconciliation.Decision;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The kinds whose entities are to be merged again, and how far that is. */
@Component
class KindMergeTable {
  private final JdbcClient jdbc;

  KindMergeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A kind that is due.
   *
   * @param mark tells its change from any before and after
   * @param after the last entity that was merged; empty before the first
   * @param merged how many were
   * @param total how many there were when the definition changed
   */
  record Due(String kind, long mark, String after, long merged, long total) {}

  /** Marks the kinds of which these decisions make other fields relations. */
  void follow(List<Decided> decided) {
    for (Decided each : decided) {
      if (each.decision() instanceof Decision.Changed(EntityChanged event)
          && KindLock.definesAKind(event.ref())
          && !Objects.equals(relations(each.stored().entity()), relations(event.entity()))) {
        mark(event.ref().name());
      }
    }
  }

  /** Without a definition other fields are relations than with one that names none. */
  private static @Nullable Object relations(@Nullable Entity definition) {
    return definition == null ? null : definition.spec().getOrDefault("relations", List.of());
  }

  private void mark(String kind) {
    jdbc.sql(
            """
            insert into kind_merge (kind, mark, total)
            select ?, pg_current_xact_id()::text::bigint, count(*)
            from entity where ref >= ? and ref < ? and not deleted
            on conflict (kind) do update
            set mark = excluded.mark, after = '', merged = 0, total = excluded.total
            """)
        .params(kind, kind + ":", kind + ";")
        .update();
  }

  List<Due> all() {
    return jdbc.sql("select kind, mark, after, merged, total from kind_merge order by kind")
        .query(
            (row, _) ->
                new Due(
                    row.getString("kind"),
                    row.getLong("mark"),
                    row.getString("after"),
                    row.getLong("merged"),
                    row.getLong("total")))
        .list();
  }

  Optional<Due> next() {
    return all().stream().findFirst();
  }

  /** The entities of the kind that come next. */
  List<EntityRef> refs(Due due, int first) {
    String after = due.after().isEmpty() ? due.kind() + ":" : due.after();
    return jdbc.sql(
            """
            select ref from entity where ref > ? and ref < ? and not deleted order by ref limit ?
            """)
        .params(after, due.kind() + ";", first)
        .query((row, _) -> EntityRef.parse(row.getString("ref")))
        .list();
  }

  /** These were merged; nothing where it is marked anew or another instance was faster. */
  void advance(Due due, List<EntityRef> merged) {
    jdbc.sql(
            """
            update kind_merge set after = ?, merged = merged + ?
            where kind = ? and mark = ? and after = ?
            """)
        .params(merged.getLast().toString(), merged.size(), due.kind(), due.mark(), due.after())
        .update();
  }

  /** All were merged; nothing where it is marked anew. */
  void finish(Due due) {
    jdbc.sql("delete from kind_merge where kind = ? and mark = ?")
        .params(due.kind(), due.mark())
        .update();
  }
}
