package dev.portolan.outbox.relay;

import dev.portolan.outbox.OutboxEvent;
import dev.portolan.stack.junit.LocalServers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database and a topic of a test's own, and what is started on them. */
final class TestSpace implements AfterEachCallback {
  private static final int KEYS = 100;

  private final LocalServers servers;
  private final String topic;
  private final String database;
  private final List<TestService> services = new ArrayList<>();

  TestSpace(LocalServers servers) {
    this.servers = servers;
    this.topic = servers.newTopicName("outbox");
    this.database = servers.newDatabase("outbox");
  }

  /** A new instance of the service. */
  TestService service() {
    return service(Map.of());
  }

  TestService service(Map<String, String> settings) {
    TestService service = TestService.start(settings(settings));
    services.add(service);
    return service;
  }

  /** What an instance is configured with. */
  Map<String, String> settings(Map<String, String> more) {
    Map<String, String> settings = new TreeMap<>();
    settings.put(
        "spring.datasource.url",
        "jdbc:postgresql://%s:%d/%s?options=-c%%20synchronous_commit=on"
            .formatted(servers.postgresHost(), servers.postgresPort(), database));
    settings.put("spring.datasource.username", servers.postgresUser());
    settings.put("spring.datasource.password", servers.postgresPassword());
    settings.put("portolan.outbox.kafka", servers.kafka());
    settings.put("test.topic", topic);
    settings.putAll(more);
    return settings;
  }

  /** Everything on the topic by now, in order per partition. */
  List<ConsumerRecord<String, String>> records() {
    return TopicReader.all(servers.kafka(), topic);
  }

  /** As many events, numbered, of a hundred keys. */
  List<OutboxEvent> events(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            number -> event("component:default/n" + number % KEYS, "{\"number\":" + number + "}"))
        .toList();
  }

  OutboxEvent event(String key) {
    return event(key, "{\"key\":\"" + key + "\"}");
  }

  OutboxEvent event(String key, String payload) {
    return new OutboxEvent(
        topic,
        key,
        "test.happened.v1",
        key,
        payload,
        Instant.parse("2026-11-24T01:02:03.456789Z"),
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
  }

  /** Stops what runs and gives the slot back: the server has but a few. */
  @Override
  public void afterEach(ExtensionContext context) {
    if (services.isEmpty()) {
      return;
    }
    services.subList(0, services.size() - 1).forEach(TestService::close);
    services.getLast().closeAndDropSlot();
  }
}
