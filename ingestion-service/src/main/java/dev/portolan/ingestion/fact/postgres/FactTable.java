package dev.portolan.ingestion.fact.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.fact.FactKey;
import dev.portolan.ingestion.fact.HeldFact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The facts that are held, each as it was last published. */
@Component
public class FactTable {
  private static final String COLUMNS =
      """
      fact.entity, fact.name, fact.version, fact.value, fact.source, fact.observed_at,
      fact.heard_at, fact.committed_at
      """;

  private final JdbcClient jdbc;

  FactTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The facts of an entity that are not withdrawn, by name. */
  public List<HeldFact> of(EntityRef entity) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from fact where fact.entity = ? and fact.value is not null order by fact.name")
        .param(entity.toString())
        .query((row, _) -> held(row))
        .list();
  }

  /**
   * What is held of these facts, in their order, each locked until this transaction ends. One that
   * was never said gets a row of version 0: write it or drop it.
   *
   * <p>A row for every one first, in order, and then the locks, in order: so two transactions
   * cannot wait for each other.
   */
  List<HeldFact> lock(SortedSet<FactKey> keys, String source) {
    SqlArrayValue entities = text(keys, key -> key.entity().toString());
    SqlArrayValue names = text(keys, FactKey::name);
    jdbc.sql(
            """
            insert into fact (entity, name, version, source, observed_at, heard_at, committed_at)
            select entity, name, 0, ?, 'epoch', 'epoch', 'epoch'
            from unnest(?, ?) with ordinality as new (entity, name, place)
            order by place
            on conflict do nothing
            """)
        .params(source, entities, names)
        .update();
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                from fact
                join unnest(?, ?) as wanted (entity, name)
                  on wanted.entity = fact.entity and wanted.name = fact.name
                order by fact.entity, fact.name
                for update of fact
                """)
        .params(entities, names)
        .query((row, _) -> held(row))
        .list();
  }

  /** Keeps new versions. */
  void write(List<HeldFact> changed) {
    jdbc.sql(
            """
            update fact
            set version = new.version, value = new.value::json, source = new.source,
                observed_at = new.observed_at::timestamptz, heard_at = new.heard_at::timestamptz,
                committed_at = new.committed_at::timestamptz
            from unnest(?, ?, ?, ?, ?, ?, ?, ?)
              as new (entity, name, version, value, source, observed_at, heard_at, committed_at)
            where fact.entity = new.entity and fact.name = new.name
            """)
        .params(
            text(changed, fact -> fact.key().entity().toString()),
            text(changed, fact -> fact.key().name()),
            new SqlArrayValue("int8", changed.stream().map(HeldFact::version).toArray()),
            text(changed, HeldFact::value),
            text(changed, HeldFact::source),
            text(changed, fact -> fact.observedAt().toString()),
            text(changed, fact -> fact.heardAt().toString()),
            text(changed, fact -> fact.committedAt().toString()))
        .update();
  }

  /** Keeps that somebody spoke of these facts and said nothing new. */
  void heard(List<HeldFact> unchanged) {
    jdbc.sql(
            """
            update fact set heard_at = new.heard_at::timestamptz
            from unnest(?, ?, ?) as new (entity, name, heard_at)
            where fact.entity = new.entity and fact.name = new.name
            """)
        .params(
            text(unchanged, fact -> fact.key().entity().toString()),
            text(unchanged, fact -> fact.key().name()),
            text(unchanged, fact -> fact.heardAt().toString()))
        .update();
  }

  /** Takes the rows of facts away that have no version after all. */
  void drop(List<HeldFact> never) {
    jdbc.sql(
            """
            delete from fact using unnest(?, ?) as gone (entity, name)
            where fact.entity = gone.entity and fact.name = gone.name and fact.version = 0
            """)
        .params(
            text(never, fact -> fact.key().entity().toString()),
            text(never, fact -> fact.key().name()))
        .update();
  }

  private static <T> SqlArrayValue text(
      Collection<T> values, Function<T, @Nullable String> column) {
    return new SqlArrayValue("text", (Object[]) values.stream().map(column).toArray(String[]::new));
  }

  private static HeldFact held(ResultSet row) throws SQLException {
    return new HeldFact(
        new FactKey(EntityRef.parse(row.getString("entity")), row.getString("name")),
        row.getLong("version"),
        row.getString("value"),
        row.getString("source"),
        at(row, "observed_at"),
        at(row, "heard_at"),
        at(row, "committed_at"));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
