package dev.portolan.ingestion;

import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.ingestion.RunningIngestion.Reply;
import dev.portolan.stack.junit.LocalServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Kinds that users define, from docs/kinds.md to the topic; each test has a kind of its own. */
class KindsIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, POSTGRES);

  private static final Path DOCUMENTATION = Path.of("../docs/kinds.md");

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
  void theExampleOfTheDocumentationIsTakenAndRefusesWhatItSays() throws IOException {
    List<String> examples =
        Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(DOCUMENTATION))
            .results()
            .map(result -> result.group(1))
            .toList();

    JsonNode taken = push("docs", examples.get(0)).body();
    Reply refused = push("docs", examples.get(1));

    assertThat(taken.path("rejected").asInt()).as(taken.toString()).isZero();
    assertThat(relations("berth:default/north-quay"))
        .containsExactly(
            "ownedBy group:default/pilots",
            "partOf harbour:default/rotterdam",
            "poweredBy substation:default/east-grid");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("problems"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path("line").asInt()).isEqualTo(5);
              assertThat(problem.path("field").asString()).isEqualTo("/spec/draught");
              assertThat(problem.path("rule").asString()).isEqualTo("spec.type");
            });
    JsonNode berth =
        ingestion
            .get("/api/kinds")
            .body()
            .path("kinds")
            .valueStream()
            .filter(kind -> kind.path("kind").asString().equals("Berth"))
            .findFirst()
            .orElseThrow();
    assertThat(berth.path("title").asString()).isEqualTo("Berth");
    assertThat(berth.path("builtIn").asBoolean()).isFalse();
  }

  @Test
  void relationsOfWhatIsThereFollowTheDefinitionAndGoWithIt() {
    push("buoys", entity("Buoy", "red", "marks: fairway-3, owner: pilots"));
    assertThat(relations("buoy:default/red")).containsExactly("ownedBy group:default/pilots");

    push("kinds", kind("Buoy", "relations: [{field: /marks, type: marks, defaultKind: Fairway}]"));
    await()
        .untilAsserted(
            () ->
                assertThat(relations("buoy:default/red"))
                    .containsExactly("marks fairway:default/fairway-3"));

    ingestion.delete("/api/sources/kinds/entities/kind:default/buoy");
    await()
        .untilAsserted(
            () ->
                assertThat(relations("buoy:default/red"))
                    .containsExactly("ownedBy group:default/pilots"));
    assertThat(ingestion.records("kind:default/buoy")).hasSize(3);
  }

  @Test
  void aStricterSchemaIsRefusedWithThoseThatBreakIt() {
    push("cranes", entity("Crane", "one", "tons: 40") + entity("Crane", "two", "tons: heavy"));
    String strict = kind("Crane", "schema: {properties: {tons: {type: number}}}");

    Reply refused = push("kinds", strict);
    JsonNode foreseen = ingestion.post("/api/sources/kinds/what-if", strict).body();
    Reply forNew = push("kinds", strict.replace("spec: {", "spec: {enforcement: newOnly, "));
    Reply broken = push("cranes", entity("Crane", "three", "tons: heavy"));

    for (JsonNode problems : List.of(refused.body().path("problems"), foreseen.path("rejected"))) {
      assertThat(problems.path(0).path("rule").asString()).isEqualTo("kind.existing");
      assertThat(problems.path(0).path("message").asString())
          .startsWith("1 of the 2 entities of this kind break this schema: crane:default/two at");
    }
    assertThat(forNew.body().path("accepted").asInt()).isEqualTo(1);
    assertThat(broken.status()).isEqualTo(422);

    ingestion.delete("/api/sources/kinds/entities/kind:default/crane");
    assertThat(push("cranes", entity("Crane", "three", "tons: heavy")).status())
        .as("of a kind without definition again")
        .isEqualTo(200);
  }

  @Test
  void theSourceOfTheHighestPriorityDefinesAKind() {
    ingestion.put("/api/sources/platform", "{\"adapter\": \"push\", \"priority\": 200}");
    push("platform", kind("Lock", "schema: {properties: {gates: {type: number}}}"));
    Reply other = push("team", kind("Lock", "schema: {properties: {gates: {type: string}}}"));

    assertThat(other.status()).isEqualTo(200);
    assertThat(push("locks", entity("Lock", "a", "gates: 2")).status()).isEqualTo(200);
    assertThat(push("locks", entity("Lock", "b", "gates: two")).status()).isEqualTo(422);
  }

  @Test
  void aBlueprintOfPortDefinesTheKindOfItsEntities() {
    Reply reply =
        push(
            "port",
            """
            [{"identifier": "ferry", "title": "Ferry",
              "schema": {"properties": {"decks": {"type": "number", "icon": "x"},
                                        "owner": {"type": "string"}}, "required": ["decks"]},
              "mirrorProperties": {"port": {"path": "line.port"}},
              "relations": {"line": {"target": "ferryLine", "many": false}}},
             {"identifier": "a", "blueprint": "ferry", "properties": {"decks": 3, "owner": "x"},
              "relations": {"line": "north"}},
             {"identifier": "b", "blueprint": "ferry", "properties": {"decks": "three"}}]
            """);

    assertThat(reply.body().path("accepted").asInt()).as(reply.body().toString()).isEqualTo(2);
    assertThat(reply.body().path("problems").path(0).path("field").asString())
        .isEqualTo("/properties/decks");
    assertThat(reply.body().path("notes").toString()).contains("mirrorProperties");
    assertThat(ingestion.get("/api/entities/kind/default/ferry").body().at("/entity/title"))
        .hasToString("\"Ferry\"");
  }

  private static String kind(String name, String spec) {
    return "---\n{apiVersion: portolan.dev/v1, kind: Kind, metadata: {name: %s}, spec: {%s}}\n"
        .formatted(name, spec);
  }

  private static String entity(String kind, String name, String spec) {
    return "---\n{apiVersion: acme.org/v1, kind: %s, metadata: {name: %s}, spec: {%s}}\n"
        .formatted(kind, name, spec);
  }

  private static Reply push(String source, String body) {
    return ingestion.post("/api/sources/" + source + "/entities", body);
  }

  private static List<String> relations(String ref) {
    JsonNode entity = ingestion.get("/api/entities/" + ref.replace(':', '/')).body().path("entity");
    return entity
        .path("relations")
        .valueStream()
        .map(each -> each.path("type").asString() + " " + each.path("target").asString())
        .toList();
  }
}
