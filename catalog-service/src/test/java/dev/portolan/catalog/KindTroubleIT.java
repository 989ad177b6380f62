package dev.portolan.catalog;

import static dev.portolan.catalog.EntityFixtures.changed;
import static dev.portolan.catalog.EntityFixtures.deleted;
import static dev.portolan.catalog.EntityFixtures.dependsOn;
import static dev.portolan.catalog.EntityFixtures.entity;
import static dev.portolan.catalog.EntityFixtures.json;
import static dev.portolan.catalog.EntityFixtures.relation;
import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.NEO4J;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.catalog.dependency.memory.GraphMemory;
import dev.portolan.events.EntityChanged;
import dev.portolan.stack.junit.LocalServers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Trouble goes along types of one's own as the kinds say that are in the graph. */
class KindTroubleIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, NEO4J);

  private static final String BERTH = "berth:default/north";
  private static final String SHIP = "ship:default/ada";
  private static final String CARGO = "component:default/cargo";
  private static final String KIND = "kind:default/ship";

  private final TestingHistory history = new TestingHistory();
  private RunningCatalog catalog;

  @BeforeEach
  void start() {
    servers.emptyNeo4j();
    catalog = RunningCatalog.startUnasked(servers, history.url());
    catalog.say(
        changed(BERTH, 1),
        changed(SHIP, 1, relation("mooredAt", BERTH)),
        changed(CARGO, 1, dependsOn(SHIP)));
    catalog.hasCaughtUp();
  }

  @AfterEach
  void stop() {
    catalog.close();
    history.close();
  }

  @Test
  void aTypeOfOnesOwnCarriesTroubleFromWhenItsKindComesUntilItGoes() {
    assertThat(dependents(BERTH)).isEmpty();

    say(kind(1, "toSource"));
    assertThat(dependents(BERTH)).containsExactly(SHIP, CARGO);
    assertThat(catalog.post("/api/paths", ends(CARGO, BERTH)).at("/paths/0/1").asString())
        .isEqualTo(SHIP);
    assertThat(catalog.post("/api/findings", "{\"kind\":\"BLAST_RADIUS\"}").at("/findings/0/ref"))
        .hasToString("\"%s\"".formatted(BERTH));

    say(kind(2, "toTarget"));
    assertThat(dependents(SHIP)).containsExactly(BERTH, CARGO);
    assertThat(dependents(BERTH)).isEmpty();

    say(deleted(KIND, 3));
    assertThat(dependents(SHIP)).containsExactly(CARGO);
    assertThat(dependents(BERTH)).isEmpty();
  }

  @Test
  void aTypeThatIsNamedIsFollowedTheWayThatItsKindSays() {
    String named = "{\"ref\":\"%s\",\"relationTypes\":[\"mooredAt\"]}";
    assertThat(refs(catalog.post("/api/impact", named.formatted(BERTH)))).containsExactly(SHIP);

    say(kind(1, "toTarget"));

    assertThat(refs(catalog.post("/api/impact", named.formatted(BERTH)))).isEmpty();
    assertThat(refs(catalog.post("/api/impact", named.formatted(SHIP)))).containsExactly(BERTH);
  }

  @Test
  void theAnswerIsTheSameFromNeo4jAfterARestartAndAfterARebuild() {
    say(kind(1, "toSource"));

    catalog.bean(GraphMemory.class).empty();
    assertThat(dependents(BERTH)).as("from Neo4j").containsExactly(SHIP, CARGO);

    catalog.stop();
    catalog.startAgain();
    assertThat(dependents(BERTH)).as("after a restart").containsExactly(SHIP, CARGO);
    await().until(() -> catalog.bean(GraphMemory.class).isFilled());
    assertThat(dependents(BERTH)).as("in memory again").containsExactly(SHIP, CARGO);

    Chain any = new Chain(catalog);
    any.rebuild();
    assertThat(any.rebuilt().at("/result/different").asInt()).isZero();
    assertThat(dependents(BERTH)).as("after a rebuild").containsExactly(SHIP, CARGO);
    catalog.bean(GraphMemory.class).empty();
    assertThat(dependents(BERTH)).as("from the other place in Neo4j").containsExactly(SHIP, CARGO);
  }

  @Test
  void thePastIsAskedByTheKindsOfThenAndWhatIfByThoseThatAreSupposed() {
    say(kind(1, "toSource"));
    history.knows(List.of(), KIND);

    assertThat(
            refs(
                catalog.post(
                    "/api/impact",
                    "{\"ref\":\"%s\",\"asOf\":\"2026-01-01T00:00:00Z\"}".formatted(BERTH))))
        .as("before the kind came")
        .isEmpty();
    JsonNode without = whatIf("null");
    assertThat(without.at("/lost/steps/0/ref").asString()).as("%s", without).isEqualTo(SHIP);
    assertThat(without.at("/lost/steps/0/dependency").asString()).isEqualTo(BERTH);
    JsonNode turned = whatIf(entityOf(kind(2, "toTarget")));
    assertThat(turned.at("/gained/steps/0/ref").asString()).as("%s", turned).isEqualTo(BERTH);
    assertThat(dependents(BERTH)).containsExactly(SHIP, CARGO);
  }

  private void say(EntityChanged change) {
    catalog.say(change);
    catalog.hasCaughtUp();
  }

  private List<String> dependents(String root) {
    return refs(catalog.post("/api/impact", "{\"ref\":\"%s\"}".formatted(root)));
  }

  private static List<String> refs(JsonNode impact) {
    assertThat(impact.path("complete").asBoolean()).as("%s", impact).isTrue();
    return impact
        .path("entities")
        .valueStream()
        .map(entity -> entity.path("ref").asString())
        .toList();
  }

  private JsonNode whatIf(String kind) {
    return catalog.post(
        "/api/what-if", "{\"changes\":[{\"ref\":\"%s\",\"entity\":%s}]}".formatted(KIND, kind));
  }

  private static String ends(String from, String to) {
    return "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to);
  }

  private static String entityOf(EntityChanged change) {
    return JsonMapper.shared().readTree(json(change)).path("entity").toString();
  }

  private static EntityChanged kind(long version, String trouble) {
    return changed(
        entity(
            KIND,
            Map.of(
                "relations",
                List.of(Map.of("field", "/berth", "type", "mooredAt", "trouble", trouble)))),
        version);
  }
}
