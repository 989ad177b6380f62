package dev.portolan.scorecard.graph.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.graph.GraphFacts;
import dev.portolan.scorecard.rule.Reads;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** What the whole graph says of entities, table {@code graph_fact}, as it was counted last. */
@Component
public class GraphFactTable {
  private static final String STORE =
      """
      INSERT INTO graph_fact AS held (entity, dependents, dependencies, blast_radius, cycle_size)
      SELECT * FROM unnest(?::text[], ?::int[], ?::int[], ?::int[], ?::int[])
          ON CONFLICT (entity) DO UPDATE
         SET dependents = excluded.dependents, dependencies = excluded.dependencies,
             blast_radius = excluded.blast_radius, cycle_size = excluded.cycle_size
       WHERE (held.dependents, held.dependencies, held.blast_radius, held.cycle_size)
             IS DISTINCT FROM (excluded.dependents, excluded.dependencies, excluded.blast_radius,
                               excluded.cycle_size)
      RETURNING entity,
                old.dependents IS DISTINCT FROM new.dependents AS dependents,
                old.dependencies IS DISTINCT FROM new.dependencies AS dependencies,
                old.blast_radius IS DISTINCT FROM new.blast_radius AS blast_radius,
                old.cycle_size IS DISTINCT FROM new.cycle_size AS cycle_size
      """;

  private static final String FACTS =
      "SELECT entity, dependents, dependencies, blast_radius, cycle_size FROM graph_fact";

  private final JdbcTemplate jdbc;

  GraphFactTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** In the shape that conditions see, of those entities for which it has been counted. */
  public Map<EntityRef, Map<String, Object>> of(Collection<EntityRef> entities) {
    Map<EntityRef, Map<String, Object>> facts = new HashMap<>();
    jdbc.query(
        FACTS + " WHERE entity = ANY (?)",
        row -> {
          facts.put(EntityRef.parse(row.getString("entity")), facts(row));
        },
        texts(entities));
    return facts;
  }

  private static Map<String, Object> facts(ResultSet row) throws SQLException {
    return Map.of(
        "dependents",
        row.getLong("dependents"),
        "dependencies",
        row.getLong("dependencies"),
        "blastRadius",
        row.getLong("blast_radius"),
        "cycleSize",
        row.getLong("cycle_size"));
  }

  /** All of it, to be compared with what is counted anew. */
  public Map<EntityRef, GraphFacts> all() {
    Map<EntityRef, GraphFacts> all = new HashMap<>();
    jdbc.query(
        FACTS,
        row -> {
          all.put(
              EntityRef.parse(row.getString("entity")),
              new GraphFacts(
                  row.getInt("dependents"),
                  row.getInt("dependencies"),
                  row.getInt("blast_radius"),
                  row.getInt("cycle_size")));
        });
    return all;
  }

  /** Stores what differs, and answers the paths of it. */
  public Map<EntityRef, Set<String>> store(List<Map.Entry<EntityRef, GraphFacts>> counted) {
    Map<EntityRef, Set<String>> changed = new HashMap<>();
    jdbc.query(
        STORE,
        row -> {
          Set<String> paths = new HashSet<>();
          addIf(row, "dependents", "dependents", paths);
          addIf(row, "dependencies", "dependencies", paths);
          addIf(row, "blast_radius", "blastRadius", paths);
          addIf(row, "cycle_size", "cycleSize", paths);
          changed.put(EntityRef.parse(row.getString("entity")), paths);
        },
        new SqlArrayValue(
            "text", counted.stream().<Object>map(each -> each.getKey().toString()).toArray()),
        column(counted, GraphFacts::dependents),
        column(counted, GraphFacts::dependencies),
        column(counted, GraphFacts::blastRadius),
        column(counted, GraphFacts::cycleSize));
    return changed;
  }

  private static void addIf(ResultSet row, String column, String name, Set<String> paths)
      throws SQLException {
    if (row.getBoolean(column)) {
      paths.add(Reads.below(Reads.GRAPH, name));
    }
  }

  private static SqlArrayValue column(
      List<Map.Entry<EntityRef, GraphFacts>> counted, ToIntFunction<GraphFacts> number) {
    return new SqlArrayValue(
        "int", counted.stream().<Object>map(each -> number.applyAsInt(each.getValue())).toArray());
  }

  /** Forgets entities that do not exist any more. */
  public void remove(Collection<EntityRef> gone) {
    jdbc.update("DELETE FROM graph_fact WHERE entity = ANY (?)", texts(gone));
  }

  /** Up to which change of entities it is counted; 0 when it never was. */
  public long counted() {
    return Objects.requireNonNull(
        jdbc.queryForObject("SELECT coalesce(max(up_to), 0) FROM graph_count", Long.class));
  }

  /** It is counted up to that change. */
  public void counted(long upTo) {
    jdbc.update(
        """
        INSERT INTO graph_count (singleton, up_to) VALUES (true, ?)
            ON CONFLICT (singleton) DO UPDATE SET up_to = excluded.up_to
        """,
        upTo);
  }

  private static SqlArrayValue texts(Collection<EntityRef> refs) {
    return new SqlArrayValue("text", refs.stream().<Object>map(EntityRef::toString).toArray());
  }
}
