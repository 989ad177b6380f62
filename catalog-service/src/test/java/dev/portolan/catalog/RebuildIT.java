package dev.portolan.catalog;

import static dev.portolan.catalog.EntityFixtures.changed;
import static dev.portolan.catalog.EntityFixtures.deleted;
import static dev.portolan.catalog.EntityFixtures.dependsOn;
import static dev.portolan.catalog.EntityFixtures.entity;
import static dev.portolan.catalog.EntityFixtures.relation;
import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.NEO4J;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.catalog.rebuild.Rebuilds;
import dev.portolan.stack.junit.LocalServers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import tools.jackson.databind.JsonNode;

/** The graph is built anew while it answers, and nobody who asks notices. */
class RebuildIT {
  private static final String REBUILD = "/api/projection/rebuild";
  private static final String AUDIT = "/api/projection/audit";
  private static final int CHAIN = 2_000;
  private static final String END = "component:chain/e" + CHAIN;

  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, NEO4J);

  @BeforeEach
  void emptyNeo4j() {
    servers.emptyNeo4j();
  }

  @Test
  void questionsAreAnsweredAndChangesArriveWhileItRuns() {
    try (RunningCatalog catalog = RunningCatalog.start(servers, servers.neo4jUri())) {
      sayChain(catalog);
      catalog.say(changed("component:gone", 1, dependsOn("component:nowhere")));
      catalog.say(deleted("component:gone", 2));
      catalog.hasCaughtUp();

      for (int round = 1; round <= 2; round++) {
        try (Asking asking = new Asking(catalog)) {
          assertThat(catalog.post(REBUILD, "").path("state").asString()).isEqualTo("CLEARING");
          assertThat(catalog.post(REBUILD, "").path("status").asInt()).isEqualTo(409);
          for (int i = 0; i < 300; i++) {
            catalog.say(changed("component:live/e" + i, round, dependsOn("component:chain/e0")));
          }
          catalog.hasCaughtUp();
          JsonNode status = isDone(catalog);
          assertThat(status.path("complete").asBoolean()).as("%s", status).isTrue();
          assertThat(status.path("result").path("different").asInt()).as("%s", status).isZero();
          assertThat(status.path("result").path("compared").asInt()).isGreaterThan(CHAIN);
          catalog.say(changed("component:live/after", round));
          catalog.hasCaughtUp();
          assertThat(asking.problems()).isEmpty();
          assertThat(asking.answered()).isPositive();
        }
        assertThat(catalog.get("/api/count").path("entities").asInt()).isEqualTo(CHAIN + 301);
        assertThat(total(catalog, END)).isEqualTo(CHAIN + 300);
      }
    }
  }

  @Test
  void whatWasDamagedByHandIsExactAfterwardsAndReported() {
    try (RunningCatalog catalog = RunningCatalog.start(servers, servers.neo4jUri());
        Driver neo4j = neo4j()) {
      sayChain(catalog);
      catalog.say(
          changed("group:team", 1, relation("hasMember", "user:ann")),
          changed("user:ann", 1, relation("memberOf", "group:team")),
          changed(entity("component:tiered", Map.of("tier", "1")), 1));
      catalog.hasCaughtUp();

      List.of(
              "MATCH (n:Ref {ref: 'component:chain/e7'}) DETACH DELETE n",
              "MATCH (:Ref {ref: 'component:chain/e20'})-[r]->() DELETE r",
              "MATCH (:Ref {ref: 'user:default/ann'})-[r]->() REMOVE r.declaredBy",
              "MATCH (n:Ref {ref: 'component:default/tiered'}) SET n.tier = '2'",
              "MATCH (n:Ref {ref: 'component:chain/e30'}) SET n.version = 9",
              "CREATE (:Ref:Entity {ref: 'component:made/up', version: 1, kind: 'Component'})")
          .forEach(damage -> neo4j.executableQuery(damage).execute());
      JsonNode audit = catalog.post(AUDIT, "");
      assertThat(audit.path("complete").asBoolean()).as("%s", audit).isTrue();
      assertThat(audit.path("missing").asInt()).as("%s", audit).isEqualTo(1);
      assertThat(audit.path("surplus").asInt()).as("%s", audit).isEqualTo(1);
      assertThat(audit.path("different").asInt()).as("%s", audit).isEqualTo(5);
      assertThat(audit.path("examples").valueStream()).hasSize(7);
      assertThat(left(neo4j)).isZero();
      catalog.post(REBUILD, "");
      JsonNode result = isDone(catalog).path("result");

      assertThat(result.path("different").asInt()).as("%s", result).isEqualTo(7);
      assertThat(result.path("examples").valueStream().map(RebuildIT::said))
          .containsExactly(
              "component:chain/e20 has other relations than on the topic",
              "component:chain/e30 has version 9, and 1 on the topic",
              "component:chain/e6 has other relations than on the topic",
              "component:chain/e7 is missing: the topic has version 1",
              "component:default/tiered says something else than the topic: [tier]",
              "component:made/up is surplus: the topic does not know it",
              "user:default/ann has other relations than on the topic");
      assertThat(total(catalog, END)).isEqualTo(CHAIN);
      catalog.post(REBUILD, "");
      assertThat(isDone(catalog).path("result").path("different").asInt()).isZero();
      JsonNode clean = catalog.post(AUDIT, "");
      assertThat(clean.path("complete").asBoolean()).as("%s", clean).isTrue();
      assertThat(clean.path("different").asInt()).as("%s", clean).isZero();
      assertThat(clean.path("checked").asInt()).isGreaterThan(CHAIN);
    }
  }

  @Test
  void recordsThatNobodyCanReadAreCountedAndNeitherRebuildNorAuditIsCompleteThen() {
    try (RunningCatalog catalog = RunningCatalog.start(servers, servers.neo4jUri())) {
      catalog.say(changed("component:one", 1));
      catalog.say("component:default/poison", "{".getBytes(UTF_8), Map.of());
      catalog.hasCaughtUp();

      JsonNode audit = catalog.post(AUDIT, "");
      assertThat(audit.path("complete").asBoolean(true)).as("%s", audit).isFalse();
      assertThat(audit.path("skipped").asInt()).isEqualTo(1);
      assertThat(audit.path("reason").asString()).contains("1 records");
      assertThat(audit.path("checked").asInt()).isEqualTo(1);
      catalog.post(REBUILD, "");
      JsonNode status = isDone(catalog);

      assertThat(status.path("skipped").asInt()).as("%s", status).isEqualTo(1);
      assertThat(status.path("complete").asBoolean(true)).as("%s", status).isFalse();
      assertThat(status.path("result").path("different").asInt()).isZero();
    }
  }

  @Test
  void oneThatDiesLeavesTheGraphThatServesAndIsClearedAway() {
    try (RunningCatalog catalog = RunningCatalog.start(servers, servers.neo4jUri());
        Driver neo4j = neo4j()) {
      sayChain(catalog);
      catalog.hasCaughtUp();
      catalog.post(REBUILD, "");
      await("something was built").pollInterval(Duration.ofMillis(10)).until(() -> left(neo4j) > 0);

      // At once: while the service stops in peace, the rebuild would come to its end.
      catalog.bean(Rebuilds.class).close();
      catalog.stop();
      assertThat(left(neo4j)).isPositive();
      catalog.startAgain();

      assertThat(total(catalog, END)).isEqualTo(CHAIN);
      await("it is told that it died")
          .atMost(Duration.ofMinutes(1))
          .until(
              () -> catalog.get(REBUILD).path("state").asString(""),
              state -> state.equals("FAILED"));
      await("what it left is gone").atMost(Duration.ofMinutes(1)).until(() -> left(neo4j) == 0);
      assertThat(total(catalog, END)).isEqualTo(CHAIN);
      catalog.post(REBUILD, "");
      assertThat(isDone(catalog).path("result").path("different").asInt()).isZero();
    }
  }

  /** Somebody who asks all the time, of the memory and of Neo4j. */
  private static final class Asking implements AutoCloseable {
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final Thread thread;

    Asking(RunningCatalog catalog) {
      thread =
          Thread.ofVirtual()
              .start(
                  () -> {
                    while (!enough.get()) {
                      atLeast(CHAIN, "impact", total(catalog, END));
                      atLeast(CHAIN, "count", catalog.get("/api/count").path("entities").asInt(-1));
                      answered.incrementAndGet();
                    }
                  });
    }

    private void atLeast(int least, String what, int answer) {
      if (answer < least) {
        problems.add(what + " " + answer);
      }
    }

    Queue<String> problems() {
      return problems;
    }

    int answered() {
      return answered.get();
    }

    @Override
    public void close() {
      enough.set(true);
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static JsonNode isDone(RunningCatalog catalog) {
    return await("the rebuild is done")
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> catalog.get(REBUILD),
            status -> {
              assertThat(status.path("state").asString()).as("%s", status).isNotEqualTo("FAILED");
              return status.path("state").asString().equals("DONE");
            });
  }

  private static String said(JsonNode drift) {
    return drift.path("ref").asString() + " " + drift.path("problem").asString();
  }

  private static int total(RunningCatalog catalog, String ref) {
    return catalog.post("/api/impact", "{\"ref\":\"%s\"}".formatted(ref)).path("total").asInt(-1);
  }

  private static Driver neo4j() {
    return GraphDatabase.driver(
        servers.neo4jUri(), AuthTokens.basic(servers.neo4jUser(), servers.neo4jPassword()));
  }

  /** How many references stand beside the live graph. */
  private static long left(Driver neo4j) {
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

  private static void sayChain(RunningCatalog catalog) {
    for (int i = 0; i < CHAIN; i++) {
      catalog.say(changed("component:chain/e" + i, 1, dependsOn("component:chain/e" + (i + 1))));
    }
  }
}
