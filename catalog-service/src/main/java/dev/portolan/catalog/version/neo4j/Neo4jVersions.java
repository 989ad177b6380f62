package dev.portolan.catalog.version.neo4j;

import dev.portolan.catalog.neo4j.Reads;
import dev.portolan.catalog.version.Patience;
import dev.portolan.catalog.version.RefVersion;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Waits until the graph has reached versions. */
@Component
public final class Neo4jVersions {
  private static final String BEHIND =
      """
      UNWIND $wanted AS wanted
      OPTIONAL MATCH (n:Ref {ref: wanted.ref})
      WITH wanted, n WHERE coalesce(n.version, 0) < wanted.version
      RETURN count(*)
      """;

  private final Reads reads;

  Neo4jVersions(Reads reads) {
    this.reads = reads;
  }

  /**
   * Waits, but not for longer than {@link Patience#LIMIT}.
   *
   * @return whether all are reached
   */
  public boolean await(List<RefVersion> wanted) {
    if (wanted.isEmpty()) {
      return true;
    }
    List<Map<String, Object>> rows =
        wanted.stream()
            .map(
                one ->
                    Map.<String, Object>of("ref", one.ref().toString(), "version", one.version()))
            .toList();
    return Patience.until(() -> reached(rows));
  }

  private boolean reached(List<Map<String, Object>> wanted) {
    return reads.read(
        transaction ->
            transaction.run(BEHIND, Map.of("wanted", wanted)).single().get(0).asLong() == 0);
  }
}
