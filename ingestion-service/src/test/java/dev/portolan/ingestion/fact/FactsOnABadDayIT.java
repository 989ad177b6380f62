package dev.portolan.ingestion.fact;

import static dev.portolan.ingestion.fact.FactPushes.counts;
import static dev.portolan.ingestion.fact.FactPushes.deployment;
import static dev.portolan.ingestion.fact.FactPushes.fact;
import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.ingestion.EntityRecords;
import dev.portolan.ingestion.RunningIngestion;
import dev.portolan.ingestion.RunningIngestion.Reply;
import dev.portolan.stack.junit.LocalServers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Many at once, cut down halfway, started again: no fact is lost or told of twice. */
class FactsOnABadDayIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, POSTGRES);

  private static RunningIngestion ingestion;

  @BeforeAll
  static void start() {
    ingestion = RunningIngestion.start(servers);
  }

  @AfterAll
  static void stop() {
    ingestion.close();
  }

  @Test
  void ofManyWhoAddAtOnceNothingIsLostAndNoneWaitsForTheOther() throws Exception {
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Reply>> replies = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        List<String> said = new ArrayList<>();
        for (String entity : List.of("busy-a", "busy-b", "busy-c")) {
          said.add(fact(entity, "deployments", "'add':[" + deployment(i) + "]"));
        }
        // Each in another order, so that rows that were locked as they come would lock crosswise.
        String body = String.join("", i % 2 == 0 ? said : said.reversed());
        replies.add(all.submit(() -> push("source-" + body.length() % 3, body)));
      }
      for (Future<Reply> each : replies) {
        assertThat(counts(each.get())).containsExactly(3, 0, 0, 3);
      }
    }

    for (String entity : List.of("busy-a", "busy-b", "busy-c")) {
      assertThat(
              facts(entity)
                  .path(0)
                  .path("value")
                  .valueStream()
                  .map(each -> each.path("id").asString()))
          .containsExactlyElementsOf(IntStream.range(0, 200).mapToObj(i -> "d-" + i).toList());
      assertThat(ingestion.factRecords("component:default/" + entity + "|"))
          .extracting(record -> EntityRecords.value(record).path("version").asInt())
          .containsExactlyElementsOf(IntStream.rangeClosed(1, 200).boxed().toList());
    }
  }

  @Test
  void aRequestThatIsCutDownHalfwayIsFinishedWhenItIsSentAgain() throws Exception {
    String body =
        IntStream.range(0, 250)
            .mapToObj(i -> fact("cut-" + (100 + i), "ci", "'value':" + i))
            .collect(joining());
    push("cut", fact("cut-349", "ci", "'value':'first'"));
    var locked = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    CompletableFuture<Void> holder =
        CompletableFuture.runAsync(() -> holdTheLast(locked, over), Thread::startVirtualThread);
    locked.await();
    Future<Reply> reply =
        CompletableFuture.supplyAsync(() -> push("cut", body), Thread::startVirtualThread);
    await().until(FactsOnABadDayIT::terminateWhoeverWaits);
    assertThat(reply.get().status()).isGreaterThanOrEqualTo(500);
    over.countDown();
    holder.join();

    assertThat(counts(push("cut", body))).containsExactly(50, 200, 0, 50);
    assertThat(counts(push("cut", body))).containsExactly(0, 250, 0, 0);
    assertThat(ingestion.factRecords("component:default/cut-").stream().map(ConsumerRecord::key))
        .as("each once, and that which was there before twice")
        .hasSize(251)
        .containsAll(
            IntStream.range(100, 350).mapToObj(i -> "component:default/cut-" + i + "|ci").toList());
  }

  @Test
  void factsOutliveARestart() {
    String said = fact("restart", "deployments", "'add':[" + deployment(1) + "]");
    push("restart", said);
    ingestion.restart();

    assertThat(counts(push("restart", said))).containsExactly(0, 1, 0, 0);
    push("restart", fact("restart", "deployments", "'add':[" + deployment(2) + "]"));
    assertThat(facts("restart").path(0).path("version").asInt()).isEqualTo(2);
  }

  private static void holdTheLast(CountDownLatch locked, CountDownLatch over) {
    ingestion
        .bean(TransactionTemplate.class)
        .executeWithoutResult(
            _ -> {
              ingestion
                  .database()
                  .sql("select 1 from fact where entity = 'component:default/cut-349' for update")
                  .query()
                  .listOfRows();
              locked.countDown();
              try {
                over.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /** Ends the session that waits for the row, as a crash of the service would; no other. */
  private static boolean terminateWhoeverWaits() {
    return !ingestion
        .database()
        .sql(
            """
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'
              and query like '%for update of fact%'
            """)
        .query()
        .listOfRows()
        .isEmpty();
  }

  private static Reply push(String source, String body) {
    return new FactPushes(ingestion).push(source, body);
  }

  private static JsonNode facts(String entity) {
    return new FactPushes(ingestion).facts(entity);
  }
}
