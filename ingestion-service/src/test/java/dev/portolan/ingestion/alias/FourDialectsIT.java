package dev.portolan.ingestion.alias;

import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.ingestion.EntityRecords;
import dev.portolan.ingestion.RunningIngestion;
import dev.portolan.stack.junit.LocalServers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** One harbour, described in the words of four portals. */
class FourDialectsIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, POSTGRES);

  private static final List<String> HARBOUR =
      List.of(
          "api:default/weather",
          "component:default/quay",
          "component:default/tides",
          "domain:default/shipping",
          "group:default/harbour-office",
          "group:default/pilots",
          "resource:default/berths",
          "system:default/arrivals");

  private static final String MOORINGS = "component:default/moorings";

  private static final String GRAPH =
      """
      api:default/weather ownedBy group:default/harbour-office
      component:default/quay dependsOn api:default/weather
      component:default/quay dependsOn component:default/tides
      component:default/quay dependsOn resource:default/berths
      component:default/quay ownedBy group:default/pilots
      component:default/quay partOf system:default/arrivals
      component:default/tides ownedBy group:default/harbour-office
      component:default/tides partOf system:default/arrivals
      domain:default/shipping ownedBy group:default/harbour-office
      resource:default/berths ownedBy group:default/pilots
      system:default/arrivals ownedBy group:default/harbour-office
      system:default/arrivals partOf domain:default/shipping""";

  private static RunningIngestion ingestion;

  @BeforeAll
  static void start() {
    ingestion = RunningIngestion.start(servers);
  }

  @AfterAll
  static void stop() {
    ingestion.close();
  }

  @AfterEach
  void nothingIsLeft() {
    HARBOUR.forEach(ref -> delete("harbour", ref));
    delete("others", MOORINGS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"backstage.yaml", "cortex.yaml", "opslevel.yml", "port.yml"})
  void everyDialectYieldsTheSameGraph(String file) {
    JsonNode answer = push("harbour", text(file));

    assertThat(answer.path("accepted").asInt()).isEqualTo(HARBOUR.size());
    assertThat(graph()).isEqualTo(GRAPH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"backstage.yaml", "cortex.yaml", "opslevel.yml"})
  void inWhateverOrderTheDocumentsCome(String file) {
    List<String> documents = new ArrayList<>(Arrays.asList(text(file).split("\n---\n")));
    Random random = new Random(20_261_127);
    for (int i = 0; i < 3; i++) {
      Collections.shuffle(documents, random);
      documents.forEach(document -> push("harbour", document));

      assertThat(graph()).isEqualTo(GRAPH);

      nothingIsLeft();
    }
  }

  @Test
  void whoLosesTheNameIsNotReferredToAnyMore() {
    push("harbour", text("cortex.yaml"));

    delete("harbour", "resource:default/berths");
    assertThat(graph()).contains("quay dependsOn alias:default/berths").doesNotContain("resource:");

    push(
        "others",
        """
        apiVersion: backstage.io/v1alpha1
        kind: Component
        metadata:
          name: moorings
          annotations: {portolan.dev/aliases: "piers, berths"}
        spec: {type: service, lifecycle: production, owner: pilots}
        """);
    assertThat(graph()).contains("quay dependsOn " + MOORINGS);
  }

  @Test
  void whatIsSaidOfADependencyStaysWithTheRelation() {
    push("harbour", text("cortex.yaml"));

    JsonNode relations =
        Objects.requireNonNull(entities().get("component:default/quay")).path("relations");
    assertThat(relations.valueStream())
        .filteredOn(relation -> relation.path("target").asString().endsWith("/tides"))
        .singleElement()
        .extracting(relation -> relation.path("attributes").toString())
        .isEqualTo("{\"method\":\"GET\",\"path\":\"/tides/today\"}");
  }

  private static JsonNode push(String source, String body) {
    return ingestion.post("/api/sources/" + source + "/entities", body).body();
  }

  private static void delete(String source, String ref) {
    ingestion.delete("/api/sources/" + source + "/entities/" + ref);
  }

  private static String graph() {
    TreeSet<String> relations = new TreeSet<>();
    entities()
        .forEach(
            (ref, entity) ->
                entity
                    .path("relations")
                    .forEach(
                        relation ->
                            relations.add(
                                "%s %s %s"
                                    .formatted(
                                        ref,
                                        relation.path("type").asString(),
                                        relation.path("target").asString()))));
    return String.join("\n", relations);
  }

  /** As their last events have them. */
  private static Map<String, JsonNode> entities() {
    Map<String, JsonNode> entities = new HashMap<>();
    for (ConsumerRecord<String, String> record : ingestion.records()) {
      if (record.value() == null) {
        entities.remove(record.key());
      } else {
        entities.put(record.key(), EntityRecords.value(record).path("entity"));
      }
    }
    return entities;
  }

  private static String text(String file) {
    try (InputStream in = FourDialectsIT.class.getResourceAsStream("/dialects/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(file, e);
    }
  }
}
