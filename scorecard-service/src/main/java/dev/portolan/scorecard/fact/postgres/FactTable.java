package dev.portolan.scorecard.fact.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.events.FactChanged;
import dev.portolan.scorecard.rule.Facts;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What integrations measured, table {@code fact}. */
@Component
public class FactTable {
  private static final String STORE =
      """
      INSERT INTO fact AS held (entity, name, version, value, source, observed_at, committed_at)
      SELECT entity, name, version, value::json, source, observed_at::timestamptz,
             committed_at::timestamptz
        FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])
          AS said (entity, name, version, value, source, observed_at, committed_at)
          ON CONFLICT (entity, name) DO UPDATE
         SET version = excluded.version, value = excluded.value, source = excluded.source,
             observed_at = excluded.observed_at, committed_at = excluded.committed_at
       WHERE held.version < excluded.version
      RETURNING entity, name
      """;

  private static final String OF_ENTITIES =
      """
      SELECT entity, name, version, value, source, observed_at, committed_at FROM fact
       WHERE entity = ANY (?) AND value IS NOT NULL ORDER BY entity, name
      """;

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  FactTable(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Stores what is newer than what is held, and answers it. */
  public List<FactChanged> store(List<FactChanged> changes) {
    Set<String> stored = new HashSet<>();
    jdbc.query(
        STORE,
        row -> {
          stored.add(row.getString("entity") + "|" + row.getString("name"));
        },
        column("text", changes, change -> change.entity().toString()),
        column("text", changes, FactChanged::fact),
        column("bigint", changes, FactChanged::version),
        column("text", changes, this::value),
        column("text", changes, FactChanged::source),
        column("text", changes, change -> change.observedAt().toString()),
        column("text", changes, change -> change.committedAt().toString()));
    return changes.stream().filter(change -> stored.contains(change.key())).toList();
  }

  private @Nullable String value(FactChanged change) {
    return change.value() == null ? null : json.writeValueAsString(change.value());
  }

  private static SqlArrayValue column(
      String type,
      List<FactChanged> changes,
      Function<FactChanged, ? extends @Nullable Object> value) {
    return new SqlArrayValue(type, changes.stream().map(value).toArray());
  }

  /** What is measured of those entities, in the shape that conditions see: by entity and name. */
  public Map<EntityRef, Map<String, Object>> of(Collection<EntityRef> entities) {
    Map<EntityRef, Map<String, Object>> facts = new HashMap<>();
    for (FactChanged fact : said(entities)) {
      if (fact.value() != null) {
        facts
            .computeIfAbsent(fact.entity(), _ -> new HashMap<>())
            .put(fact.fact(), Facts.fact(fact.value()));
      }
    }
    return facts;
  }

  /** What was said of those entities last, but for what was withdrawn; by entity, then by name. */
  public List<FactChanged> said(Collection<EntityRef> entities) {
    return new ArrayList<>(
        jdbc.query(
            OF_ENTITIES,
            (row, _) ->
                new FactChanged(
                    EntityRef.parse(row.getString("entity")),
                    row.getString("name"),
                    row.getLong("version"),
                    json.readValue(row.getString("value"), Object.class),
                    row.getString("source"),
                    instant(row.getTimestamp("observed_at")),
                    instant(row.getTimestamp("committed_at"))),
            new SqlArrayValue(
                "text", entities.stream().<Object>map(EntityRef::toString).toArray())));
  }

  private static Instant instant(Timestamp timestamp) {
    return timestamp.toInstant();
  }
}
