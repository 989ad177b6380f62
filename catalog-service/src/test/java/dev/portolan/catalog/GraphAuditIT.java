package dev.portolan.catalog;

import static dev.portolan.catalog.EntityFixtures.changed;
import static dev.portolan.catalog.EntityFixtures.entity;
import static dev.portolan.catalog.EntityFixtures.relation;
import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.NEO4J;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.catalog.rebuild.RollingAudit;
import dev.portolan.stack.junit.LocalServers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

/** What the graph does not say as the topic does is found, named, and put right by a rebuild. */
class GraphAuditIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, NEO4J);

  @BeforeEach
  void emptyNeo4j() {
    servers.emptyNeo4j();
  }

  @Test
  void whatWasDamagedByHandIsExactAfterwardsAndReported() {
    try (RunningCatalog catalog = RunningCatalog.startUnasked(servers);
        Driver neo4j = Chain.neo4j(servers)) {
      Chain chain = new Chain(catalog);
      chain.say();
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
      JsonNode audit = chain.audit();
      assertThat(audit.path("complete").asBoolean()).as("%s", audit).isTrue();
      assertThat(audit.path("missing").asInt()).as("%s", audit).isEqualTo(1);
      assertThat(audit.path("surplus").asInt()).as("%s", audit).isEqualTo(1);
      assertThat(audit.path("different").asInt()).as("%s", audit).isEqualTo(5);
      assertThat(audit.path("examples").valueStream()).hasSize(7);
      assertThat(Chain.left(neo4j)).isZero();
      assertThat(driftOfARound(catalog, Chain.LENGTH)).isEqualTo(4);
      chain.rebuild();
      JsonNode result = chain.rebuilt().path("result");

      assertThat(result.path("different").asInt()).as("%s", result).isEqualTo(7);
      assertThat(result.path("examples").valueStream().map(GraphAuditIT::said))
          .containsExactly(
              "component:chain/e20 has other relations than on the topic",
              "component:chain/e30 has version 9, and 1 on the topic",
              "component:chain/e6 has other relations than on the topic",
              "component:chain/e7 is missing: the topic has version 1",
              "component:default/tiered says something else than the topic: [tier]",
              "component:made/up is surplus: the topic does not know it",
              "user:default/ann has other relations than on the topic");
      assertThat(chain.dependents()).isEqualTo(Chain.LENGTH);
      chain.rebuild();
      assertThat(chain.rebuilt().path("result").path("different").asInt()).isZero();
      JsonNode clean = chain.audit();
      assertThat(clean.path("complete").asBoolean()).as("%s", clean).isTrue();
      assertThat(clean.path("different").asInt()).as("%s", clean).isZero();
      assertThat(clean.path("checked").asInt()).isGreaterThan(Chain.LENGTH);
      assertThat(driftOfARound(catalog, Chain.LENGTH)).isZero();
    }
  }

  @Test
  void recordsThatNobodyCanReadAreCountedAndNeitherRebuildNorAuditIsCompleteThen() {
    try (RunningCatalog catalog = RunningCatalog.startUnasked(servers)) {
      Chain chain = new Chain(catalog);
      catalog.say(changed("component:one", 1));
      catalog.say("component:default/poison", "{".getBytes(UTF_8), Map.of());
      catalog.hasCaughtUp();

      JsonNode audit = chain.audit();
      assertThat(audit.path("complete").asBoolean(true)).as("%s", audit).isFalse();
      assertThat(audit.path("skipped").asInt()).isEqualTo(1);
      assertThat(audit.path("reason").asString()).contains("1 records");
      assertThat(audit.path("checked").asInt()).isEqualTo(1);
      chain.rebuild();
      JsonNode status = chain.rebuilt();

      assertThat(status.path("skipped").asInt()).as("%s", status).isEqualTo(1);
      assertThat(status.path("complete").asBoolean(true)).as("%s", status).isFalse();
      assertThat(status.path("result").path("different").asInt()).isZero();
    }
  }

  /** What the metric says after the rolling audit has seen all of the topic: after two rounds. */
  private static int driftOfARound(RunningCatalog catalog, int entities) {
    RollingAudit audit = catalog.bean(RollingAudit.class);
    long before = audit.checked();
    while (audit.checked() < before + 2L * entities) {
      audit.step();
    }
    return (int) metric(catalog, "portolan_audit_drift");
  }

  private static double metric(RunningCatalog catalog, String name) {
    return catalog
        .text("/actuator/prometheus")
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static String said(JsonNode drift) {
    return drift.path("ref").asString() + " " + drift.path("problem").asString();
  }
}
