package dev.portolan.gateway;

import static dev.portolan.gateway.service.Service.CATALOG;
import static dev.portolan.stack.Server.KAFKA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.stack.junit.LocalServers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SubscriptionsIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA);

  @RegisterExtension
  static final RunningGateway gateway =
      new RunningGateway(
          () ->
              List.of(
                  "--portolan.changes.kafka=" + servers.kafka(),
                  "--portolan.changes.topic=" + topic().name(),
                  "--portolan.changes.subscriptions=3",
                  "--portolan.changes.recheck=100ms",
                  "--spring.graphql.http.sse.keep-alive=200ms"));

  private static final String EVERYTHING =
      """
      subscription($after: String) { entityChanged(after: $after) {
        ref version change cursor entity { name spec } changed { path } sources committedAt } }""";

  private static @Nullable TestingTopic topic;

  private static TestingTopic topic() {
    if (topic == null) {
      topic = new TestingTopic(servers.kafka(), servers.newTopicName("entities"), 3);
    }
    return topic;
  }

  @BeforeEach
  void noneIsOpen() {
    awaitSubscriptions(0);
  }

  private static String cursorOfNow() {
    return gateway.ask("{ changesCursor }").at("/data/changesCursor").asString();
  }

  private static Subscriber follow(String document, @Nullable String after) {
    return new Subscriber(gateway.url(), document, after);
  }

  private static void awaitSubscriptions(int count) {
    await()
        .untilAsserted(
            () ->
                assertThat(
                        RestClient.create(gateway.url())
                            .get()
                            .uri("/actuator/prometheus")
                            .retrieve()
                            .body(String.class))
                    .contains("portolan_changes_subscriptions " + count + ".0"));
  }

  @Test
  void changesComeAsTheyHappenWithTheirState() {
    try (Subscriber subscriber = follow(EVERYTHING, cursorOfNow())) {
      topic().publish("component:default/checkout", 7, "UPDATED");

      JsonNode change = subscriber.change();

      assertThat(change.get("ref").asString()).isEqualTo("component:default/checkout");
      assertThat(change.get("version").asLong()).isEqualTo(7);
      assertThat(change.at("/entity/name").asString()).isEqualTo("checkout");
      assertThat(change.at("/changed/0/path").asString()).isEqualTo("/spec/owner");
    }
  }

  @Test
  void withoutACursorTheyBeginNow() {
    topic().publish("component:default/before", 1, "CREATED");
    try (Subscriber subscriber = follow(EVERYTHING, null)) {
      awaitSubscriptions(1);
      // It begins at some moment after it is open: what is published all the while, it has from
      // then.
      List<Long> seen = new ArrayList<>();
      for (long version = 1; seen.isEmpty(); version++) {
        topic().publish("component:default/now", version, "UPDATED");
        subscriber
            .peek()
            .ifPresent(c -> seen.add(c.at("/payload/data/entityChanged/version").asLong()));
      }
      assertThat(seen.getFirst()).isPositive();
    }
  }

  @Test
  void aCursorGoesOnWithNothingLeftOutAndNothingTwice() {
    String start = cursorOfNow();
    int count = 300;
    List<String> published =
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> "component:default/e" + i % 40 + "@" + i)
            .toList();
    for (int i = 1; i <= count; i++) {
      topic().publish("component:default/e" + i % 40, i, "UPDATED");
    }
    List<String> seen = new ArrayList<>();
    String cursor = start;
    // Leaves after every 1 to 60 events and comes back with the cursor of the last.
    for (int part = 1; seen.size() < count; part = part * 2 % 61) {
      try (Subscriber subscriber = follow(EVERYTHING, cursor)) {
        for (JsonNode change : subscriber.changes(Math.min(part, count - seen.size()))) {
          seen.add(change.get("ref").asString() + "@" + change.get("version").asLong());
          cursor = change.get("cursor").asString();
        }
        subscriber.vanish();
      }
      awaitSubscriptions(0);
    }

    assertThat(seen).containsExactlyInAnyOrderElementsOf(published);
    for (int e = 0; e < 40; e++) {
      String ref = "component:default/e" + e + "@";
      assertThat(seen.stream().filter(s -> s.startsWith(ref)))
          .as("in the order of the entity's versions")
          .containsExactlyElementsOf(published.stream().filter(s -> s.startsWith(ref)).toList());
    }
  }

  @Test
  void aDeletionIsToldOnceAndItsTombstoneNotAtAll() {
    try (Subscriber subscriber = follow(EVERYTHING, cursorOfNow())) {
      topic().publish("component:default/gone", 3, "DELETED");
      topic().tombstone("component:default/gone");
      topic().publish("component:default/gone", 4, "CREATED");

      assertThat(subscriber.changes(2))
          .extracting(c -> c.get("change").asString())
          .containsExactly("DELETED", "CREATED");
    }
  }

  @Test
  void aFilterLetsOnlyItsOwnThrough() {
    String owned =
        """
        subscription($after: String) {
          entityChanged(filter: {owner: "payments", kind: "Component"}, after: $after) { ref } }""";
    try (Subscriber subscriber = follow(owned, cursorOfNow())) {
      topic().publish("api:default/a", 1, "CREATED", "payments");
      topic().publish("component:default/b", 1, "CREATED", "others");
      topic().publish("component:default/c", 1, "CREATED", "payments");

      assertThat(subscriber.change().get("ref").asString()).isEqualTo("component:default/c");
    }
  }

  @Test
  void whatAnEventLeadsToIsAskedAnewForEveryEvent() {
    gateway.services().answer(CATALOG, "POST /api/entities/batch", Fixtures::everyEntity);
    String withOwner =
        "subscription($after: String) { entityChanged(after: $after) { version entity { owner { title } } } }";
    try (Subscriber subscriber = follow(withOwner, cursorOfNow())) {
      topic().publish("component:default/x", 1, "CREATED", "payments");
      assertThat(subscriber.change().at("/entity/owner/title").asString())
          .isEqualTo("Team payments");
      gateway
          .services()
          .answer(
              CATALOG,
              "POST /api/entities/batch",
              body -> Fixtures.everyEntity(body).replace("Team payments", "Renamed"));
      topic().publish("component:default/x", 2, "UPDATED", "payments");

      assertThat(subscriber.change().at("/entity/owner/title").asString()).isEqualTo("Renamed");
    }
  }

  @Test
  void anEventWhoseAnswerTakesLongIsNotOvertaken() throws Exception {
    CountDownLatch othersHaveBeenAsked = new CountDownLatch(4);
    gateway
        .services()
        .answer(
            CATALOG,
            "POST /api/entities/batch",
            body -> {
              if (body.toString().contains("group:default/slow")) {
                awaitFor(othersHaveBeenAsked);
              } else {
                othersHaveBeenAsked.countDown();
              }
              return Fixtures.everyEntity(body);
            });
    String withOwner =
        "subscription($after: String) { entityChanged(after: $after) { version entity { owner { ref } } } }";
    String cursor = cursorOfNow();
    topic().publish("component:default/order", 1, "UPDATED", "slow");
    for (int version = 2; version <= 5; version++) {
      topic().publish("component:default/order", version, "UPDATED", "quick" + version);
    }
    try (Subscriber subscriber = follow(withOwner, cursor)) {
      assertThat(subscriber.changes(5))
          .extracting(change -> change.get("version").asInt())
          .containsExactly(1, 2, 3, 4, 5);
    }
  }

  private static void awaitFor(CountDownLatch latch) {
    try {
      latch.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aRecordThatCannotBeReadDoesNotEndTheStream() {
    try (Subscriber subscriber = follow(EVERYTHING, cursorOfNow())) {
      topic().raw("component:default/bad", "{\"ref\":");
      topic().raw("component:default/bad", "null");
      topic().raw("component:default/bad", "{}");
      topic().raw("component:default/bad", "{\"ref\":\"component:default/bad\",\"version\":1}");
      topic().publish("component:default/bad", 2, "UPDATED");

      assertThat(subscriber.change().get("version").asLong()).isEqualTo(2);
    }
  }

  @Test
  void whoFollowsAnOwnerIsToldOfWhatLeavesIt() {
    String owned =
        """
        subscription($after: String) {
          entityChanged(filter: {owner: "payments"}, after: $after) {
            version entity { spec } } }""";
    try (Subscriber subscriber = follow(owned, cursorOfNow())) {
      topic().publish("component:default/leaves", 1, "CREATED", "payments");
      topic().move("component:default/leaves", 2, "payments", "others");
      topic().publish("component:default/leaves", 3, "UPDATED", "others");
      topic().move("component:default/leaves", 4, "others", "payments");

      assertThat(subscriber.changes(3))
          .extracting(c -> c.get("version").asLong() + c.at("/entity/spec/owner").asString())
          .containsExactly("1payments", "2others", "4payments");
    }
  }

  @Test
  void aChangeThatTheWriteSideSendsAgainIsToldOnce() {
    try (Subscriber subscriber = follow(EVERYTHING, cursorOfNow())) {
      for (long version : List.of(1L, 2L, 1L, 2L, 3L)) {
        topic().publish("component:default/again", version, "UPDATED");
      }

      assertThat(subscriber.changes(3))
          .extracting(c -> c.get("version").asLong())
          .containsExactly(1L, 2L, 3L);
    }
  }

  @Test
  void aPartitionThatTheTopicGetsLaterIsFollowedToo() {
    try (Subscriber subscriber = follow(EVERYTHING, cursorOfNow())) {
      topic().publish("component:default/early", 1, "CREATED");
      assertThat(subscriber.change().get("ref").asString()).endsWith("early");

      topic().publishToNewPartition("component:default/late", 1, "CREATED");

      JsonNode late = subscriber.change();
      assertThat(late.get("ref").asString()).endsWith("late");
      topic().publishToNewPartition("component:default/later", 1, "CREATED");
      try (Subscriber next = follow(EVERYTHING, late.get("cursor").asString())) {
        assertThat(next.change().get("ref").asString()).endsWith("later");
      }
    }
  }

  @Test
  void whoeverComesAfterTheLastPlaceIsTakenIsToldSo() {
    List<Subscriber> all = Stream.generate(() -> follow(EVERYTHING, null)).limit(3).toList();
    awaitSubscriptions(3);

    try (Subscriber fourth = follow(EVERYTHING, null)) {
      JsonNode message = fourth.next();
      assertThat(message.get("type").asString()).isEqualTo("error");
      assertThat(message.findValuesAsString("code")).containsExactly("TOO_MANY_SUBSCRIPTIONS");
    }
    all.forEach(Subscriber::vanish);
    awaitSubscriptions(0);
  }

  @Test
  void aCursorThatIsNoneOrOfAnotherTopicIsRefused() {
    TestingTopic other = new TestingTopic(servers.kafka(), servers.newTopicName("entities"), 3);
    try (Subscriber nonsense = follow(EVERYTHING, "nonsense");
        Subscriber foreign = follow(EVERYTHING, other.cursor())) {
      assertThat(nonsense.next().findValuesAsString("code")).containsExactly("BAD_REQUEST");
      assertThat(foreign.next().findValuesAsString("code")).containsExactly("CURSOR_EXPIRED");
    }
  }

  @Test
  void theSameOverServerSentEventsWithAHeartBeat() throws Exception {
    String body =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of("query", EVERYTHING, "variables", Map.of("after", cursorOfNow())));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(gateway.url() + "/graphql"))
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<Stream<String>> response =
          http.send(request, HttpResponse.BodyHandlers.ofLines());
      topic().publish("component:default/sse", 1, "CREATED");
      Iterator<String> lines = response.body().iterator();

      assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
      assertThat(until(lines, "data:")).contains("component:default/sse");
      assertThat(until(lines, ":")).as("a heart-beat").isEqualTo(":");
      response.body().close();
      http.shutdownNow();
    }
    awaitSubscriptions(0);
  }

  private static String until(Iterator<String> lines, String start) {
    while (true) {
      String line = lines.next();
      if (line.startsWith(start)) {
        return line;
      }
    }
  }
}
