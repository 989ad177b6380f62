package dev.portolan.catalog;

import static dev.portolan.catalog.EntityFixtures.changed;
import static dev.portolan.catalog.EntityFixtures.dependsOn;
import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.NEO4J;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.stack.junit.LocalServers;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The graph can always be made again from the topic, and nobody has to say so. */
class RecoveryIT {
  private static final int ENTITIES = 100;

  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, NEO4J);

  @BeforeEach
  void emptyNeo4j() {
    servers.emptyNeo4j();
  }

  @Test
  void whatNeo4jLosesComesBackFromTheTopic() {
    try (RunningCatalog catalog = RunningCatalog.start(servers, servers.neo4jUri())) {
      sayChain(catalog);
      catalog.hasCaughtUp();
      isWhole(catalog);

      servers.emptyNeo4j();
      catalog.hasCaughtUp();
      isWhole(catalog);

      servers.emptyNeo4j();
      catalog.say(changed("component:chain/more", 1));
      catalog.hasCaughtUp();
      isWhole(catalog);

      catalog.stop();
      servers.emptyNeo4j();
      catalog.startAgain();
      catalog.hasCaughtUp();
      isWhole(catalog);
    }
  }

  @Test
  void itStartsWhileKafkaAndNeo4jAreAwayAndCatchesUpWhenTheyCome() throws IOException {
    try (TestingTunnel kafka = new TestingTunnel("kafka://" + servers.kafka());
        TestingTunnel neo4j = new TestingTunnel(servers.neo4jUri())) {
      kafka.cut();
      neo4j.cut();
      try (RunningCatalog catalog =
          RunningCatalog.start(servers, kafka.uri().replace("kafka://", ""), neo4j.uri())) {
        assertThat(catalog.get("/actuator/health/liveness").path("status").asString())
            .isEqualTo("UP");
        assertThat(catalog.get("/api/count").path("status").asInt()).isEqualTo(503);
        assertThat(catalog.get("/api/lag").path("status").asInt()).isEqualTo(503);

        kafka.open();
        sayChain(catalog);
        neo4j.open();
        catalog.hasCaughtUp();
        isWhole(catalog);
      }
    }
  }

  private static void sayChain(RunningCatalog catalog) {
    for (int i = 0; i < ENTITIES; i++) {
      catalog.say(changed("component:chain/e" + i, 1, dependsOn("component:chain/e" + (i + 1))));
    }
  }

  private static void isWhole(RunningCatalog catalog) {
    assertThat(catalog.get("/api/count").path("entities").asInt()).isGreaterThanOrEqualTo(ENTITIES);
    assertThat(
            catalog
                .post("/api/impact", "{\"ref\":\"component:chain/e%d\"}".formatted(ENTITIES))
                .path("total")
                .asInt())
        .isEqualTo(ENTITIES);
  }
}
