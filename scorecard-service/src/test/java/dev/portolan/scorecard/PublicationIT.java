package dev.portolan.scorecard;

import static dev.portolan.scorecard.EntityFixtures.changed;
import static dev.portolan.scorecard.EntityFixtures.deleted;
import static dev.portolan.scorecard.EntityFixtures.entity;
import static dev.portolan.scorecard.EntityFixtures.json;
import static dev.portolan.scorecard.ScorecardFixtures.rule;
import static dev.portolan.scorecard.ScorecardFixtures.scorecardFor;
import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.stack.junit.LocalServers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What other systems see of the results. */
class PublicationIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, POSTGRES);

  private static RunningScorecards scorecards;

  @BeforeAll
  static void start() {
    scorecards = RunningScorecards.started(servers);
  }

  @AfterAll
  static void stop() {
    scorecards.close();
  }

  @Test
  void everyChangeOfAResultArrivesWithAVersionOneHigher() {
    scorecards.publish(owned("rising"), changed(component("rising", Map.of()), 1)).caughtUp();
    scorecards.publish(changed(component("rising", Map.of("owner", "shop")), 2)).caughtUp();

    List<ConsumerRecord<byte[], byte[]>> published = published("rising");

    assertThat(published)
        .extracting(record -> value(record).path("version").asLong())
        .containsExactly(1L, 2L);
    JsonNode last = value(published.getLast());
    assertThat(last.path("scorecard").asString()).isEqualTo("scorecard:rising/owned");
    assertThat(last.path("entity").asString()).isEqualTo("component:rising/checkout");
    assertThat(last.path("level").asString()).isEqualTo("gold");
    assertThat(last.at("/rules/0/status").asString()).isEqualTo("PASS");
    assertThat(last.path("entityVersion").asLong()).isEqualTo(2);
    assertThat(header(published.getLast(), "ce_type")).isEqualTo("scorecard.result-changed.v1");
    assertThat(header(published.getLast(), "ce_source")).isEqualTo("/portolan/scorecard-service");
    assertThat(header(published.getLast(), "ce_subject")).isEqualTo(key("rising"));
  }

  @Test
  void whatWasAppliedBeforeAndWhatChangesNoResultPublishNothing() {
    scorecards.publish(owned("quiet"), changed(component("quiet", Map.of()), 1)).caughtUp();
    scorecards
        .publish(
            changed(component("quiet", Map.of()), 1),
            changed(component("quiet", Map.of("colour", "blue")), 2))
        .caughtUp();

    assertThat(published("quiet")).hasSize(1);
  }

  @Test
  void aWithdrawnResultIsToldAndThenForgotten() {
    scorecards.publish(owned("gone"), changed(component("gone", Map.of()), 1)).caughtUp();
    scorecards.publish(deleted("component:gone/checkout", 2)).caughtUp();

    List<ConsumerRecord<byte[], byte[]>> published = published("gone");

    assertThat(published).hasSize(3);
    JsonNode withdrawal = value(published.get(1));
    assertThat(withdrawal.path("version").asLong()).isEqualTo(2);
    assertThat(withdrawal.path("level").isNull()).isTrue();
    assertThat(withdrawal.path("rules")).isEmpty();
    assertThat(published.get(2).value()).isNull();
  }

  @Test
  void aDeletedScorecardWithdrawsItsResults() {
    scorecards.publish(owned("scrapped"), changed(component("scrapped", Map.of()), 1)).caughtUp();
    scorecards.publish(deleted("scorecard:scrapped/owned", 2)).caughtUp();

    assertThat(published("scrapped")).hasSize(3).last().returns(null, ConsumerRecord::value);
  }

  @Test
  void theTraceOfTheChangeGoesOnInTheResult() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    scorecards.publish(owned("traced")).caughtUp();
    scorecards.publish(
        "component:traced/checkout",
        json(changed(component("traced", Map.of()), 1)),
        Map.of("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));
    scorecards.caughtUp();

    assertThat(published("traced"))
        .singleElement()
        .satisfies(record -> assertThat(header(record, "traceparent")).startsWith("00-" + trace));
  }

  @Test
  void theTopicIsMadeCompacted() {
    scorecards.publish(owned("made"), changed(component("made", Map.of()), 1)).caughtUp();
    assertThat(published("made")).isNotEmpty();

    assertThat(scorecards.resultsTopicSetting("cleanup.policy")).isEqualTo("compact");
    assertThat(scorecards.resultsTopicSetting("min.compaction.lag.ms")).isEqualTo("604800000");
  }

  /** For the entities of a space of the test's own. */
  private static EntityChanged owned(String space) {
    return changed(
        scorecardFor(
            "entity.namespace == '%s'".formatted(space),
            space + "/owned",
            rule("owner", "bronze", "has(entity.spec.owner)")),
        1);
  }

  private static Entity component(String space, Map<String, Object> spec) {
    return entity("component:" + space + "/checkout", spec);
  }

  private static String key(String space) {
    return "scorecard:%1$s/owned|component:%1$s/checkout".formatted(space);
  }

  /** What is told is told at least once: an event that comes again counts once. */
  private static List<ConsumerRecord<byte[], byte[]>> published(String space) {
    Set<String> told = new HashSet<>();
    return scorecards.published().stream()
        .filter(record -> new String(record.key(), UTF_8).equals(key(space)))
        .filter(record -> told.add(header(record, "ce_id")))
        .toList();
  }

  private static JsonNode value(ConsumerRecord<byte[], byte[]> record) {
    return JsonMapper.shared().readTree(record.value());
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
