package dev.portolan.scorecard.evaluation.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.evaluation.Change;
import dev.portolan.scorecard.evaluation.Touches.Edge;
import dev.portolan.scorecard.rule.Facts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Which entities have a relation, table {@code relation}. */
@Component
class RelationTable {
  private static final String GAIN =
      """
      INSERT INTO relation SELECT edge, source FROM unnest(?::text[], ?::text[]) AS has (edge, source)
          ON CONFLICT DO NOTHING
      """;

  private static final String LOSE = "DELETE FROM relation WHERE edge = ? AND source = ?";

  private static final String SOURCES = "SELECT source, edge FROM relation WHERE edge = ANY (?)";

  private static final String CROWDED =
      "SELECT edge FROM relation WHERE edge = ANY (?) GROUP BY edge HAVING count(*) > ?";

  private final JdbcTemplate jdbc;

  RelationTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  private record Held(Edge edge, EntityRef source) {}

  /** Stores which relations entities have now, where that is otherwise than before. */
  void store(Collection<Change> changes) {
    List<Held> gained = new ArrayList<>();
    List<Object[]> lost = new ArrayList<>();
    for (Change change : changes) {
      Set<Edge> before = edgesOf(change.before());
      Set<Edge> after = edgesOf(change.after());
      after.stream()
          .filter(edge -> !before.contains(edge))
          .forEach(edge -> gained.add(new Held(edge, change.ref())));
      before.stream()
          .filter(edge -> !after.contains(edge))
          .forEach(edge -> lost.add(new Object[] {edge.toString(), change.ref().toString()}));
    }
    if (!lost.isEmpty()) {
      jdbc.batchUpdate(LOSE, lost);
    }
    if (!gained.isEmpty()) {
      jdbc.update(GAIN, texts(gained, Held::edge), texts(gained, Held::source));
    }
  }

  /** The entities that have one of these relations, each with those that it has. */
  Map<EntityRef, List<Edge>> sources(Collection<Edge> edges) {
    if (edges.isEmpty()) {
      return Map.of();
    }
    Map<String, Edge> byText =
        edges.stream().collect(Collectors.toMap(Edge::toString, Function.identity(), (a, _) -> a));
    Map<EntityRef, List<Edge>> sources = new HashMap<>();
    jdbc.query(
        SOURCES,
        row -> {
          Edge edge = byText.get(row.getString("edge"));
          if (edge != null) {
            sources
                .computeIfAbsent(EntityRef.parse(row.getString("source")), _ -> new ArrayList<>())
                .add(edge);
          }
        },
        texts(edges, Function.identity()));
    return sources;
  }

  /** Those of the relations that more than so many entities have. */
  Set<Edge> crowded(Collection<Edge> edges, int most) {
    Set<String> crowded =
        new HashSet<>(
            jdbc.queryForList(CROWDED, String.class, texts(edges, Function.identity()), most));
    return edges.stream()
        .filter(edge -> crowded.contains(edge.toString()))
        .collect(Collectors.toSet());
  }

  private static Set<Edge> edgesOf(@Nullable Facts facts) {
    Set<Edge> edges = new HashSet<>();
    if (facts != null) {
      facts
          .types()
          .forEach(
              type ->
                  facts
                      .targets(type)
                      .forEach(target -> edges.add(new Edge(type, EntityRef.parse(target)))));
    }
    return edges;
  }

  private static <T> SqlArrayValue texts(Collection<T> values, Function<T, ?> value) {
    return new SqlArrayValue(
        "text", values.stream().map(each -> value.apply(each).toString()).toArray());
  }
}
