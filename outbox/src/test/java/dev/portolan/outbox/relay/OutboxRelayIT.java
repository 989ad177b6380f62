package dev.portolan.outbox.relay;

import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.portolan.outbox.OutboxEvent;
import dev.portolan.stack.junit.LocalServers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OutboxRelayIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, POSTGRES);

  @RegisterExtension final TestSpace space = new TestSpace(servers);

  @Test
  void whatIsCommittedIsOnTheTopicOnceAndInTheOrderOfItsKey() {
    TestService service = space.service();
    service.awaitRelaying();
    List<OutboxEvent> events = space.events(5_000);
    for (int from = 0; from < events.size(); from += 500) {
      service.publish(events.subList(from, from + 500));
    }
    service.awaitNothingWaiting();

    assertThat(valuesByKey(space.records())).isEqualTo(expectedByKey(events));
  }

  @Test
  void whatWaitedBeforeTheRelayStartedIsSentFirst() {
    TestService service = space.service();
    service.relay().stop();
    List<OutboxEvent> events = space.events(6_000);
    service.publish(events);
    assertThat(service.outbox().waiting()).isEqualTo(6_000);
    service.relay().start();
    service.awaitNothingWaiting();

    assertThat(valuesByKey(space.records())).isEqualTo(expectedByKey(events));
  }

  @Test
  void whatIsCommittedWhileTheRelayStartsIsSentOnce() throws Exception {
    TestService service = space.service();
    service.relay().stop();
    List<OutboxEvent> events = space.events(20_000);
    service.publish(events.subList(0, 4_000));
    AtomicInteger published = new AtomicInteger(4_000);
    AtomicBoolean enough = new AtomicBoolean();
    Thread publisher =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (!enough.get() && published.get() < events.size()) {
                    service.publish(List.of(events.get(published.getAndIncrement())));
                  }
                });
    service.relay().start();
    service.awaitRelaying();
    enough.set(true);
    publisher.join();
    service.awaitNothingWaiting();

    List<ConsumerRecord<String, String>> records = space.records();
    assertThat(records.size()).isEqualTo(published.get());
    assertThat(valuesByKey(records)).isEqualTo(expectedByKey(events.subList(0, published.get())));
  }

  @Test
  void aTransactionThatIsRolledBackPublishesNothing() {
    TestService service = space.service();
    service.awaitRelaying();
    service
        .transaction()
        .executeWithoutResult(
            status -> {
              service.outbox().publish(space.events(10));
              status.setRollbackOnly();
            });
    service.publish(List.of(space.event("the one that is committed")));
    service.awaitNothingWaiting();

    assertThat(space.records())
        .extracting(ConsumerRecord::key)
        .containsExactly("the one that is committed");
  }

  @Test
  void outsideATransactionNothingIsPublished() {
    TestService service = space.service();
    assertThatIllegalStateException()
        .isThrownBy(() -> service.outbox().publish(space.event("early")))
        .withMessageContaining("@Transactional");
    assertThat(service.outbox().waiting()).isZero();
  }

  @Test
  void aRecordCarriesTheAttributesOfItsEventAndATombstoneFollows() {
    TestService service = space.service();
    OutboxEvent event = space.event("component:default/checkout");
    service.publish(List.of(event, event.tombstone()));
    service.awaitNothingWaiting();

    List<ConsumerRecord<String, String>> records = space.records();
    assertThat(records).hasSize(2).extracting(ConsumerRecord::key).containsOnly(event.key());
    assertThat(records.getFirst().value()).isEqualTo(event.payload());
    assertThat(records.getLast().value()).isNull();
    assertThat(headers(records.getFirst()))
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_source", "/portolan/test-service")
        .containsEntry("ce_type", event.type())
        .containsEntry("ce_subject", "component:default/checkout")
        .containsEntry("ce_time", "2026-11-24T01:02:03.456789Z")
        .containsEntry("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
        .containsEntry("content-type", "application/json")
        .containsKey("ce_id")
        .hasSize(8);
    assertThat(headers(records.getLast()).get("ce_id"))
        .isNotEqualTo(headers(records.getFirst()).get("ce_id"));
  }

  @Test
  void aCleanRestartSendsNothingTwice() {
    TestService first = space.service();
    first.awaitRelaying();
    first.publish(space.events(1_000));
    first.awaitNothingWaiting();
    first.close();

    TestService second = space.service();
    second.awaitRelaying();
    second.publish(List.of(space.event("after the restart")));
    second.awaitNothingWaiting();

    assertThat(space.records()).hasSize(1_001);
  }

  @Test
  void whatIsCommittedWhileTheRelayComesAndGoesIsSentToo() throws Exception {
    TestService service = space.service();
    List<OutboxEvent> events = space.events(20_000);
    AtomicInteger published = new AtomicInteger();
    AtomicBoolean enough = new AtomicBoolean();
    Thread publisher =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (!enough.get() && published.get() < events.size()) {
                    service.publish(List.of(events.get(published.getAndIncrement())));
                  }
                });
    for (int restart = 0; restart < 4; restart++) {
      service.relay().stop();
      service.relay().start();
      service.awaitRelaying();
    }
    enough.set(true);
    publisher.join();
    service.awaitNothingWaiting();

    // A relay that is stopped may leave behind what it has sent; the next one sends it again.
    assertThat(distinct(valuesByKey(space.records())))
        .isEqualTo(expectedByKey(events.subList(0, published.get())));
  }

  static Map<String, List<String>> valuesByKey(List<ConsumerRecord<String, String>> records) {
    return records.stream()
        .collect(groupingBy(ConsumerRecord::key, mapping(ConsumerRecord::value, toList())));
  }

  private static Map<String, List<String>> distinct(Map<String, List<String>> valuesByKey) {
    return valuesByKey.entrySet().stream()
        .collect(
            toMap(Map.Entry::getKey, values -> values.getValue().stream().distinct().toList()));
  }

  static Map<String, List<String>> expectedByKey(List<OutboxEvent> events) {
    return events.stream()
        .collect(
            groupingBy(
                OutboxEvent::key, mapping(event -> String.valueOf(event.payload()), toList())));
  }

  private static Map<String, String> headers(ConsumerRecord<?, ?> record) {
    return Arrays.stream(record.headers().toArray())
        .collect(toMap(Header::key, header -> new String(header.value(), UTF_8)));
  }
}
