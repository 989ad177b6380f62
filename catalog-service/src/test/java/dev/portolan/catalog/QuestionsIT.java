package dev.portolan.catalog;

import static dev.portolan.catalog.EntityFixtures.changed;
import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.NEO4J;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.stack.junit.LocalServers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is asked over HTTP, well and badly. */
class QuestionsIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, NEO4J);

  private static RunningCatalog catalog;

  @BeforeAll
  static void start() {
    servers.emptyNeo4j();
    catalog = RunningCatalog.start(servers, servers.neo4jUri());
    for (String name : List.of("b", "a", "d", "c", "e")) {
      catalog.say(changed("component:" + name + "/" + name, 1));
      catalog.say(changed("api:z/" + name, 1));
    }
    for (int i = 0; i < 8; i++) {
      catalog.say(
          changed(
              EntityFixtures.entity("document:large/d" + i, Map.of("text", "x".repeat(1_000_000))),
              1));
    }
    catalog.hasCaughtUp();
  }

  @AfterAll
  static void stop() {
    catalog.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          entities/query  | {"filter":{"kind":["component",null]}}               | filter.kind[1] is null
          entities/query  | {"filter":{"label":[null]}}                          | filter.label[0] is null
          entities/query  | {"filter":{"label":[{"value":"a"}]}}                 | label without key
          entities/query  | {"filter":{"knd":["component"]}}                     | knd
          entities/query  | {"filter":{"owner":["group:"]}}                      | name
          entities/query  | {"orderBy":{"field":"SIZE"}}                         | SIZE
          entities/query  | {"first":0}                                          | between 1 and
          entities/query  | {"after":"W251bGxd"}                                 | endCursor
          entities/batch  | {"refs":["component:a/a",null]}                      | refs[1] is null
          relations/batch | {"queries":[null]}                                   | queries[0] is null
          relations/batch | {"queries":[{"ref":"component:a/a","after":"bnVsbA"}]} | endCursor
          impact          | {"ref":"component:a/a","relationTypes":[null]}       | relationTypes[0] is null
          impact          | {"ref":"component:a/a","relationTypes":["eats"]}     | 'eats'
          impact          | {"ref":"component:a/a","minVersion":[null]}          | minVersion[0] is null
          impact          | {"ref":"component:a/a","minVersion":[{"version":1}]} | minVersion.ref is missing
          impact          | null                                                 | body
          """)
  void whatMakesNoSenseIsRefusedWithTheReason(String path, String body, String reason) {
    JsonNode problem = catalog.post("/api/" + path, body);

    assertThat(problem.path("status").asInt()).as(problem.toString()).isEqualTo(400);
    assertThat(problem.path("detail").asString()).contains(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ASC", "DESC"})
  void aListInOrderOfNamesIsTheSamePageByPage(String direction) {
    List<String> names = new ArrayList<>(List.of("a", "a", "b", "b", "c", "c", "d", "d", "e", "e"));
    String orderBy =
        "\"filter\":{\"kind\":[\"component\",\"api\"]},\"orderBy\":{\"field\":\"NAME\",\"direction\":\""
            + direction
            + "\"}";

    List<JsonNode> all = pages(orderBy, 3);

    assertThat(all)
        .extracting(entity -> entity.path("name").asString())
        .containsExactlyElementsOf(direction.equals("ASC") ? names : names.reversed());
    assertThat(all).extracting(entity -> entity.path("ref").asString()).doesNotHaveDuplicates();
  }

  @Test
  void aPageOfLargeDocumentsIsShorterThanAskedForAndSaysThatThereAreMore() {
    String filter = "\"filter\":{\"kind\":[\"document\"]}";
    JsonNode page = catalog.post("/api/entities/query", "{" + filter + "}");

    assertThat(page.path("total").asInt()).isEqualTo(8);
    assertThat(page.path("entities").size()).isBetween(1, 5);
    assertThat(page.path("hasNextPage").asBoolean()).isTrue();
    assertThat(pages(filter, 50)).hasSize(8);
  }

  private static List<JsonNode> pages(String question, int first) {
    List<JsonNode> all = new ArrayList<>();
    String after = "null";
    JsonNode page;
    do {
      page =
          catalog.post(
              "/api/entities/query",
              "{%s,\"first\":%d,\"after\":%s}".formatted(question, first, after));
      page.path("entities").forEach(all::add);
      after = "\"" + page.path("endCursor").asString() + "\"";
    } while (page.path("hasNextPage").asBoolean());
    return all;
  }
}
