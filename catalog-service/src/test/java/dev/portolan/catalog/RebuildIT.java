package dev.portolan.catalog;

import static dev.portolan.catalog.EntityFixtures.changed;
import static dev.portolan.catalog.EntityFixtures.deleted;
import static dev.portolan.catalog.EntityFixtures.dependsOn;
import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.NEO4J;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.catalog.rebuild.Rebuilds;
import dev.portolan.stack.junit.LocalServers;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

/** The graph is built anew while it answers, and nobody who asks notices. */
class RebuildIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, NEO4J);

  @BeforeEach
  void emptyNeo4j() {
    servers.emptyNeo4j();
  }

  @Test
  void questionsAreAnsweredAndChangesArriveWhileItRuns() {
    try (RunningCatalog catalog = RunningCatalog.start(servers, servers.neo4jUri())) {
      Chain chain = new Chain(catalog);
      chain.say();
      catalog.say(changed("component:gone", 1, dependsOn("component:nowhere")));
      catalog.say(deleted("component:gone", 2));
      catalog.hasCaughtUp();

      for (int round = 1; round <= 2; round++) {
        try (Asking asking = new Asking(chain)) {
          assertThat(chain.rebuild().path("state").asString()).isEqualTo("CLEARING");
          assertThat(chain.rebuild().path("status").asInt()).isEqualTo(409);
          for (int i = 0; i < 300; i++) {
            catalog.say(changed("component:live/e" + i, round, dependsOn("component:chain/e0")));
          }
          catalog.hasCaughtUp();
          JsonNode status = chain.rebuilt();
          assertThat(status.path("complete").asBoolean()).as("%s", status).isTrue();
          assertThat(status.path("result").path("different").asInt()).as("%s", status).isZero();
          assertThat(status.path("result").path("compared").asInt()).isGreaterThan(Chain.LENGTH);
          catalog.say(changed("component:live/after", round));
          catalog.hasCaughtUp();
          assertThat(asking.problems()).isEmpty();
          assertThat(asking.answered()).isPositive();
        }
        assertThat(catalog.get("/api/count").path("entities").asInt())
            .isEqualTo(Chain.LENGTH + 301);
        assertThat(chain.dependents()).isEqualTo(Chain.LENGTH + 300);
      }
    }
  }

  @Test
  void oneThatDiesLeavesTheGraphThatServesAndIsClearedAway() {
    try (RunningCatalog catalog = RunningCatalog.startUnasked(servers);
        Driver neo4j = Chain.neo4j(servers)) {
      Chain chain = new Chain(catalog);
      chain.say();
      catalog.hasCaughtUp();
      chain.rebuild();
      await("something was built")
          .pollInterval(Duration.ofMillis(10))
          .until(() -> Chain.left(neo4j) > 0);

      // At once: while the service stops in peace, the rebuild would come to its end.
      catalog.bean(Rebuilds.class).close();
      catalog.stop();
      assertThat(Chain.left(neo4j)).isPositive();
      catalog.startAgain();

      // The memory answers: in Cypher each of two thousand steps is a query, which may take too
      // long.
      await("the graph serves")
          .atMost(Duration.ofMinutes(1))
          .until(chain::dependents, dependents -> dependents == Chain.LENGTH);
      await("it is told that it died")
          .atMost(Duration.ofMinutes(1))
          .until(() -> chain.status().path("state").asString(""), state -> state.equals("FAILED"));
      await("what it left is gone")
          .atMost(Duration.ofMinutes(1))
          .until(() -> Chain.left(neo4j) == 0);
      assertThat(chain.dependents()).isEqualTo(Chain.LENGTH);
      // What was left is gone a moment before whoever cleared it away has put up the broom.
      await("another may begin")
          .atMost(Duration.ofMinutes(1))
          .until(() -> chain.rebuild().path("running").asBoolean());
      assertThat(chain.rebuilt().path("result").path("different").asInt()).isZero();
    }
  }

  /** Somebody who asks all the time, of the memory and of Neo4j. */
  private static final class Asking implements AutoCloseable {
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final Thread thread;

    Asking(Chain chain) {
      thread =
          Thread.ofVirtual()
              .start(
                  () -> {
                    while (!enough.get()) {
                      atLeast(Chain.LENGTH, "impact", chain.dependents());
                      atLeast(
                          Chain.LENGTH,
                          "count",
                          chain.catalog().get("/api/count").path("entities").asInt(-1));
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
}
