package dev.portolan.system.comparison;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Where the stores disagree.
 *
 * @param entities in PostgreSQL
 * @param differences each in words; empty when every store holds every entity in the same version
 */
public record Comparison(int entities, List<String> differences) {

  /** Reads all stores whole. */
  public static Comparison of(Stores stores) throws SQLException {
    Map<String, Long> written = stores.postgres();
    List<String> differences = new ArrayList<>();
    compare("Neo4j", written, stores.neo4j(), differences);
    compare("Elasticsearch", written, stores.elasticsearch(), differences);
    return new Comparison(written.size(), List.copyOf(differences));
  }

  private static void compare(
      String store, Map<String, Long> written, Map<String, Long> read, List<String> differences) {
    TreeSet<String> refs = new TreeSet<>(written.keySet());
    refs.addAll(read.keySet());
    for (String ref : refs) {
      if (!Objects.equals(written.get(ref), read.get(ref))) {
        differences.add(
            "%s: PostgreSQL has version %s, %s has version %s"
                .formatted(ref, written.get(ref), store, read.get(ref)));
      }
    }
  }
}
