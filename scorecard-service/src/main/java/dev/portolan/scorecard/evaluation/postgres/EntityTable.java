package dev.portolan.scorecard.evaluation.postgres;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.events.Relation;
import dev.portolan.events.RelationTypes;
import dev.portolan.scorecard.evaluation.Change;
import dev.portolan.scorecard.rule.Facts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The facts, table {@code entity}. */
@Component
class EntityTable {
  private static final String STORE =
      """
      INSERT INTO entity AS held (ref, version, state, relations, evaluated_at, committed_at)
      SELECT ref, version, state::json,
             ARRAY(SELECT (relation ->> 'type') || '>' || (relation ->> 'target')
                     FROM json_array_elements(state::json -> 'relations') AS relation),
             ?, committed_at::timestamptz
        FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[])
          AS said (ref, version, state, committed_at)
       ORDER BY ref COLLATE "C"
          ON CONFLICT (ref) DO UPDATE
         SET version = excluded.version, state = excluded.state, relations = excluded.relations,
             evaluated_at = excluded.evaluated_at, committed_at = excluded.committed_at,
             changed = nextval('entity_change')
       WHERE held.version < excluded.version
      RETURNING ref, old.version, old.state
      """;

  private static final String EXISTING =
      "SELECT ref, version, state FROM entity WHERE ref = ANY (?) AND state IS NOT NULL";

  private static final String EXISTING_UNLESS_KNOWN =
      """
      SELECT ref, held.version,
             CASE WHEN held.version IS DISTINCT FROM known.version THEN state END AS state
        FROM entity AS held JOIN unnest(?::text[], ?::bigint[]) AS known (ref, version) USING (ref)
       WHERE state IS NOT NULL
      """;

  private static final String CHUNK =
      """
      SELECT ref, version, state FROM entity WHERE ref > ? AND state IS NOT NULL
       ORDER BY ref LIMIT ?
      """;

  /** Definitions of kinds that say something of trouble: others are many, and may be long. */
  private static final String KINDS =
      """
      SELECT state FROM entity
       WHERE ref > 'kind:' AND ref < 'kind;' AND state #>> '{spec,relations}' LIKE '%"trouble"%'
      """;

  private static final String NEXT =
      "SELECT ref FROM entity WHERE ref > ? AND state IS NOT NULL ORDER BY ref LIMIT ?";

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  EntityTable(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Stores what is newer than what is held, and answers it with what was held. */
  List<Change> store(List<EntityChanged> changes, Instant now) {
    if (changes.isEmpty()) {
      return List.of();
    }
    Map<EntityRef, Optional<Facts>> before = new HashMap<>();
    jdbc.query(
        STORE,
        row -> {
          String state = row.getString("state");
          before.put(
              EntityRef.parse(row.getString("ref")),
              state == null ? Optional.empty() : Optional.of(facts(state, row.getLong("version"))));
        },
        Timestamp.from(now),
        column("text", changes, change -> change.ref().toString()),
        column("bigint", changes, EntityChanged::version),
        column("text", changes, change -> text(change.entity())),
        column("text", changes, change -> change.committedAt().toString()));
    return changes.stream()
        .filter(change -> before.containsKey(change.ref()))
        .map(
            change ->
                new Change(
                    change.ref(),
                    change.version(),
                    before.getOrDefault(change.ref(), Optional.empty()).orElse(null),
                    change.entity() == null ? null : Facts.of(change.entity(), change.version())))
        .toList();
  }

  /** Those of the entities that exist. */
  List<Facts> existing(Collection<EntityRef> refs) {
    return refs.isEmpty()
        ? List.of()
        : jdbc.query(EXISTING, (row, _) -> facts(row), column("text", refs, EntityRef::toString));
  }

  /**
   * Tells of those of the entities that exist; whose version is known is not read again.
   *
   * @param known what was read before
   * @param told takes the facts and the length of the state that was read for them, in characters;
   *     what is known is told as it is, with 0
   */
  void eachExisting(
      Collection<EntityRef> refs, Map<EntityRef, Facts> known, ObjIntConsumer<Facts> told) {
    if (refs.isEmpty()) {
      return;
    }
    Map<String, Facts> byRef = new HashMap<>();
    known.forEach((ref, facts) -> byRef.put(ref.toString(), facts));
    jdbc.query(
        EXISTING_UNLESS_KNOWN,
        row -> {
          String state = row.getString("state");
          Facts before = byRef.get(row.getString("ref"));
          if (state != null) {
            told.accept(facts(state, row.getLong("version")), state.length());
          } else if (before != null) {
            told.accept(before, 0);
          }
        },
        column("text", refs, EntityRef::toString),
        column(
            "bigint",
            refs,
            ref -> {
              Facts facts = known.get(ref);
              return facts == null ? null : facts.version();
            }));
  }

  private static <T> SqlArrayValue column(
      String type, Collection<T> values, Function<T, ? extends @Nullable Object> value) {
    return new SqlArrayValue(type, values.stream().map(value).toArray());
  }

  private @Nullable String text(@Nullable Entity entity) {
    return entity == null ? null : json.writeValueAsString(entity);
  }

  private Facts facts(ResultSet row) throws SQLException {
    return facts(row.getString("state"), row.getLong("version"));
  }

  private Facts facts(String state, long version) {
    return Facts.of(json.readValue(state, Entity.class), version);
  }

  /** An entity with what it is related to, as far as the graph is concerned. */
  sealed interface Related {
    /** One that exists. */
    record Present(EntityRef ref, List<Relation> relations) implements Related {}

    /** One that was deleted. */
    record Gone(EntityRef ref) implements Related {}
  }

  /** The number of the last change of an entity. */
  long lastChange() {
    return Objects.requireNonNull(
        jdbc.queryForObject("SELECT coalesce(max(changed), 0) FROM entity", Long.class));
  }

  /** How many entities changed after that change. */
  long changedAfter(long change) {
    return Objects.requireNonNull(
        jdbc.queryForObject("SELECT count(*) FROM entity WHERE changed > ?", Long.class, change));
  }

  /** The types of relations, by the kinds that are defined now. */
  RelationTypes relationTypes() {
    RelationTypes types = RelationTypes.BUILT_IN;
    for (String state : jdbc.queryForList(KINDS, String.class)) {
      Entity kind = json.readValue(state, Entity.class);
      types = types.with(kind.ref().toString(), RelationTypes.saidBy(kind));
    }
    return types;
  }

  /** Tells of all entities that changed after one change, up to another. */
  void eachChanged(long after, long upTo, Consumer<Related> consumer) {
    jdbc.query(
        """
        SELECT ref, relations, state IS NULL AS gone FROM entity WHERE changed > ? AND changed <= ?
        """,
        row -> {
          EntityRef ref = EntityRef.parse(row.getString("ref"));
          consumer.accept(
              row.getBoolean("gone")
                  ? new Related.Gone(ref)
                  : new Related.Present(ref, relations(row)));
        },
        after,
        upTo);
  }

  private static List<Relation> relations(ResultSet row) throws SQLException {
    List<Relation> relations = new ArrayList<>();
    for (Object relation : (Object[]) row.getArray("relations").getArray()) {
      String[] parts = String.valueOf(relation).split(">", 2);
      relations.add(new Relation(parts[0], EntityRef.parse(parts[1])));
    }
    return relations;
  }

  /** When the version that is held was committed. */
  Optional<Instant> committedAt(EntityRef ref) {
    return jdbc
        .queryForList(
            "SELECT committed_at FROM entity WHERE ref = ?", Timestamp.class, ref.toString())
        .stream()
        .filter(Objects::nonNull)
        .map(Timestamp::toInstant)
        .findFirst();
  }

  /** The references of the next existing entities after a position, in their order. */
  List<EntityRef> refsAfter(String position, int limit) {
    return jdbc.query(NEXT, (row, _) -> EntityRef.parse(row.getString(1)), position, limit);
  }

  /** The next existing entities after a position, in the order of their references. */
  List<Facts> after(String position, int limit) {
    return jdbc.query(CHUNK, (row, _) -> facts(row), position, limit);
  }
}
