package dev.portolan.search;

import static dev.portolan.search.EntityFixtures.component;
import static dev.portolan.search.EntityFixtures.deleted;
import static dev.portolan.stack.Server.ELASTICSEARCH;
import static dev.portolan.stack.Server.KAFKA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.EntityChanged;
import dev.portolan.stack.junit.LocalServers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IntakeIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, ELASTICSEARCH);

  @Test
  void everyEntityIsThereInItsHighestVersionHoweverOftenItsChangesCome() {
    try (RunningSearch search = RunningSearch.started(servers)) {
      EntityChanged[] changes =
          IntStream.range(0, 3_000)
              .mapToObj(i -> component("c" + i).titled("first").version(1))
              .toArray(EntityChanged[]::new);
      search.publish(changes).caughtUp();
      assertThat(search.count()).isEqualTo(3_000);

      search
          .publish(component("c1").titled("third").version(3))
          .publish(component("c1").titled("second").version(2))
          .publish(deleted("component:c2", 2))
          .publish(changes)
          .caughtUp();
      search.publish("component:default/c2", null);
      search.caughtUp();

      assertThat(search.count()).isEqualTo(2_999);
      assertThat(search.found("third")).containsExactly("component:default/c1");
      assertThat(search.found("second")).isEmpty();
      assertThat(search.search("{\"text\":\"first\"}").path("total").asInt()).isEqualTo(2_998);
    }
  }

  @Test
  void aDeletedEntityComesBackOnlyInALaterVersion() {
    try (RunningSearch search = RunningSearch.started(servers)) {
      search
          .publish(component("a").version(1), deleted("component:a", 2))
          .caughtUp()
          .publish(component("a").version(1))
          .caughtUp();
      assertThat(search.count()).isZero();

      search.publish(component("a").version(3)).caughtUp();
      assertThat(search.count()).isEqualTo(1);
    }
  }

  @Test
  void theTopicMayBeMadeAfterTheServiceHasStarted() {
    try (RunningSearch search = RunningSearch.unprepared(servers).start()) {
      search.caughtUp();
      search.makeTopic().publish(component("a").version(1)).caughtUp();

      assertThat(search.count()).isEqualTo(1);
    }
  }

  @Test
  void aPoisonedRecordIsSetAsideWithItsReasonAndTheStreamGoesOn() {
    try (RunningSearch search = RunningSearch.started(servers)) {
      search.publish("component:default/poison", "{\"ref\":".getBytes(UTF_8));
      search.publish(component("a").version(1), component("b").version(1)).caughtUp();

      assertThat(search.count()).isEqualTo(2);
      assertThat(search.deadLetters())
          .singleElement()
          .satisfies(
              letter -> {
                assertThat(new String(letter.key(), UTF_8)).isEqualTo("component:default/poison");
                assertThat(new String(letter.value(), UTF_8)).isEqualTo("{\"ref\":");
                assertThat(header(letter, "portolan_reason")).contains("is not an entity change");
                assertThat(header(letter, "portolan_offset")).isEqualTo("0");
              });
    }
  }

  @Test
  void thePoisonedRecordMayBeAsLargeAsTheTopicTakes() {
    try (RunningSearch search = RunningSearch.started(servers)) {
      String poison = "{\"ref\":\"" + "x".repeat(8_380_000);
      search.publish("component:default/poison", poison.getBytes(UTF_8));
      search.publish(component("a").version(1)).caughtUp();

      assertThat(search.count()).isEqualTo(1);
      assertThat(search.deadLetters())
          .singleElement()
          .satisfies(
              letter -> {
                assertThat(letter.value()).isEqualTo(poison.getBytes(UTF_8));
                assertThat(header(letter, "portolan_reason")).hasSizeBetween(20, 4_100);
              });
    }
  }

  @Test
  void aDocumentThatElasticsearchRefusesIsSetAsideWithItsReasonAndTheOthersAreFound()
      throws Exception {
    try (RunningSearch search = RunningSearch.prepared(servers)) {
      // Somebody made the index by hand as we do, but thinks that titles are numbers.
      String mark = search.start().definition();
      search.stop();
      delete("/" + search.index() + "-1");
      put(
          "/" + search.index() + "-1",
          """
          {"mappings": {"_meta": {"definition": "%s"}, "properties": {"title": {"type": "long"}}},
           "aliases": {"%s": {}}}"""
              .formatted(mark, search.index()));
      search
          .start()
          .publish(
              component("a").version(1),
              component("b").titled("no number").version(1),
              component("c").titled("7").version(1),
              component("c").titled("no number").version(2))
          .caughtUp();

      assertThat(search.count()).isEqualTo(2);
      assertThat(search.deadLetters())
          .hasSize(2)
          .allSatisfy(
              letter ->
                  assertThat(header(letter, "portolan_reason"))
                      .contains("failed to parse field [title] of type [long]", "no number"));
    }
  }

  @Test
  void aServiceThatIsStoppedWhileItStartsLeavesNoReaderBehind() {
    try (RunningSearch search = RunningSearch.prepared(servers)) {
      for (int start = 0; start < 4; start++) {
        search.start().stop();
      }

      search
          .start()
          .publish(
              IntStream.range(0, 30)
                  .mapToObj(i -> component("c" + i).version(1))
                  .toArray(EntityChanged[]::new))
          .caughtUp();

      assertThat(search.count()).isEqualTo(30);
    }
  }

  @Test
  void anIndexThatWasLostIsReadAnewFromTheBeginning() throws Exception {
    try (RunningSearch search = RunningSearch.started(servers)) {
      search.publish(component("a").version(1), component("b").version(1)).caughtUp();
      search.stop();
      delete("/" + search.index() + "-1");

      search.start().caughtUp();

      assertThat(search.count()).isEqualTo(2);
    }
  }

  @Test
  void anIndexThatIsLostWhileTheServiceRunsIsReadAnewThoughNothingChanges() throws Exception {
    try (RunningSearch search = RunningSearch.started(servers)) {
      search.publish(component("a").version(1), component("b").version(1)).caughtUp();

      delete("/" + search.index() + "-1");
      search.caughtUp();
      assertThat(search.count()).isEqualTo(2);

      delete("/" + search.index() + "-1");
      search.publish(component("c").version(1)).caughtUp();
      assertThat(search.count()).isEqualTo(3);
      assertThat(search.metric("portolan_intake_dead_letters_total")).isZero();
    }
  }

  @Test
  void anIndexThatTakesNoWritesIsWaitedForAndNothingIsSetAside() throws Exception {
    try (RunningSearch search = RunningSearch.started(servers)) {
      search.publish(component("a").version(1)).caughtUp();
      put("/" + search.index() + "-1/_block/write", "");

      search.publish(component("b").version(1));
      Awaitility.await()
          .until(() -> search.metric("portolan_index_writes_total{outcome=\"retried\"}") > 1);
      settings(search.index() + "-1", "{\"index.blocks.write\":null}");
      search.caughtUp();

      assertThat(search.count()).isEqualTo(2);
      assertThat(search.metric("portolan_intake_dead_letters_total")).isZero();
    }
  }

  @Test
  void theLastOfALoadAndOfManyEditsAreFoundThoughNothingFollows() throws Exception {
    try (RunningSearch search = RunningSearch.started(servers)) {
      search.publish(component("a").version(1)).caughtUp();
      // Else it would refresh itself after a second.
      settings(search.index(), "{\"index.refresh_interval\":\"-1\"}");

      search.publish(
          IntStream.range(0, 3_000)
              .mapToObj(i -> component("c" + i).titled("loaded").version(1))
              .toArray(EntityChanged[]::new));
      Awaitility.await()
          .until(() -> search.search("{\"text\":\"loaded\"}").path("total").asInt() == 3_000);

      for (int version = 2; version <= 10; version++) {
        search.publish(component("a").titled("edit" + version + "x").version(version));
      }
      Awaitility.await().until(() -> !search.found("edit10x").isEmpty());
    }
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  private static void put(String path, String body) throws Exception {
    send(
        elasticsearch(path)
            .header("content-type", "application/json")
            .PUT(BodyPublishers.ofString(body)));
  }

  private static void settings(String index, String body) throws Exception {
    put("/" + index + "/_settings", body);
  }

  private static void delete(String path) throws Exception {
    send(elasticsearch(path).DELETE());
  }

  private static HttpRequest.Builder elasticsearch(String path) {
    return HttpRequest.newBuilder(URI.create(servers.elasticsearchUrl() + path));
  }

  private static void send(HttpRequest.Builder request) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      assertThat(http.send(request.build(), BodyHandlers.ofString()))
          .satisfies(answer -> assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200));
    }
  }
}
