package dev.portolan.scorecard.evaluation.postgres;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.scorecard.evaluation.Subject;
import dev.portolan.scorecard.rule.Facts;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The facts, table {@code entity}. */
@Component
class EntityTable {
  /** In the order of references, as the chunks are read: so the two cannot deadlock. */
  private static final String STORE =
      """
      INSERT INTO entity AS held (ref, version, state, evaluated_at)
      SELECT ref, version, state::json, ?
        FROM unnest(?::text[], ?::bigint[], ?::text[]) AS said (ref, version, state)
       ORDER BY ref COLLATE "C"
          ON CONFLICT (ref) DO UPDATE
         SET version = excluded.version, state = excluded.state, evaluated_at = excluded.evaluated_at
       WHERE held.version < excluded.version
      RETURNING ref
      """;

  /** Locked, so that no batch brings a newer state until this one has its results. */
  private static final String CHUNK =
      """
      SELECT ref, version, state FROM entity WHERE ref > ? AND state IS NOT NULL
       ORDER BY ref LIMIT ? FOR SHARE
      """;

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  EntityTable(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Stores what is newer than what is held, and answers it. */
  List<Subject> store(List<EntityChanged> changes, Instant now) {
    if (changes.isEmpty()) {
      return List.of();
    }
    Set<String> stored =
        new HashSet<>(
            jdbc.query(
                STORE,
                (row, _) -> row.getString(1),
                Timestamp.from(now),
                column("text", changes, change -> change.ref().toString()),
                column("bigint", changes, EntityChanged::version),
                column("text", changes, change -> text(change.entity()))));
    return changes.stream()
        .filter(change -> stored.contains(change.ref().toString()))
        .map(EntityTable::subject)
        .toList();
  }

  private static SqlArrayValue column(
      String type,
      List<EntityChanged> changes,
      Function<EntityChanged, ? extends @Nullable Object> value) {
    return new SqlArrayValue(type, changes.stream().map(value).toArray());
  }

  private @Nullable String text(@Nullable Entity entity) {
    return entity == null ? null : json.writeValueAsString(entity);
  }

  private static Subject subject(EntityChanged change) {
    Entity entity = change.entity();
    return entity == null
        ? new Subject.Gone(change.ref(), change.version())
        : new Subject.Present(Facts.of(entity, change.version()));
  }

  /** The next existing entities after a position, in the order of their references. */
  List<Subject> after(String position, int limit) {
    return jdbc.query(
        CHUNK,
        (row, _) ->
            new Subject.Present(
                Facts.of(
                    json.readValue(row.getString("state"), Entity.class), row.getLong("version"))),
        position,
        limit);
  }
}
