package dev.portolan.catalog;

import static dev.portolan.catalog.EntityFixtures.changed;
import static dev.portolan.catalog.EntityFixtures.dependsOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.stack.junit.LocalServers;
import java.time.Duration;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import tools.jackson.databind.JsonNode;

/** A catalog in which everything depends on one end, and which is rebuilt and audited. */
record Chain(RunningCatalog catalog) {
  static final int LENGTH = 2_000;

  private static final String END = "component:chain/e" + LENGTH;
  private static final String REBUILD = "/api/projection/rebuild";

  void say() {
    for (int i = 0; i < LENGTH; i++) {
      catalog.say(changed("component:chain/e" + i, 1, dependsOn("component:chain/e" + (i + 1))));
    }
  }

  /** How much depends on the end. */
  int dependents() {
    return catalog.post("/api/impact", "{\"ref\":\"%s\"}".formatted(END)).path("total").asInt(-1);
  }

  JsonNode audit() {
    return catalog.post("/api/projection/audit", "");
  }

  /** Begins a rebuild. */
  JsonNode rebuild() {
    return catalog.post(REBUILD, "");
  }

  /** How far the last rebuild is. */
  JsonNode status() {
    return catalog.get(REBUILD);
  }

  /** How the rebuild ended, which was begun. */
  JsonNode rebuilt() {
    return await("the rebuild is done")
        .atMost(Duration.ofMinutes(2))
        .until(
            this::status,
            status -> {
              assertThat(status.path("state").asString()).as("%s", status).isNotEqualTo("FAILED");
              return status.path("state").asString().equals("DONE");
            });
  }

  static Driver neo4j(LocalServers servers) {
    return GraphDatabase.driver(
        servers.neo4jUri(), AuthTokens.basic(servers.neo4jUser(), servers.neo4jPassword()));
  }

  /** How many references stand beside the live graph. */
  static long left(Driver neo4j) {
    return neo4j
        .executableQuery(
            """
            OPTIONAL MATCH (w:Writer {name: 'catalog-service'})
            RETURN CASE w.generation WHEN 'SECOND' THEN COUNT { (:Ref) } ELSE COUNT { (:Ref2) } END
            """)
        .execute()
        .records()
        .getFirst()
        .get(0)
        .asLong();
  }
}
