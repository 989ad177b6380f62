package dev.portolan.ingestion;

import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.ingestion.RunningIngestion.Reply;
import dev.portolan.ingestion.adapter.http.TestingApi;
import dev.portolan.stack.junit.LocalServers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/**
 * An API as a source, from its answer to the topic; each test has a source and names of its own.
 */
class HttpSourcesIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, POSTGRES);

  private static RunningIngestion ingestion;
  private TestingApi api;

  @BeforeAll
  static void start() {
    ingestion = RunningIngestion.start(servers, "--portolan.adapters.http-inside-hosts=127.0.0.1");
  }

  @AfterAll
  static void stop() {
    ingestion.close();
  }

  @BeforeEach
  void startTheApi() {
    api = TestingApi.start();
  }

  @AfterEach
  void stopTheApi() {
    api.close();
  }

  @Test
  void whatTheApiAnswersIsInTheCatalogAndWhatItAnswersNoMoreIsRetracted() {
    source("shop", "");
    api.does(request -> request.json(services("shop", 12)));
    JsonNode first = sync("shop");
    api.does(request -> request.json(services("shop", 10)));
    JsonNode second = sync("shop");

    assertThat(first.path("status").asString()).isEqualTo("DONE");
    assertThat(first.path("accepted").asInt()).isEqualTo(12);
    assertThat(second.path("retracted").asInt()).isEqualTo(2);
    assertThat(exists("shop-9")).isTrue();
    assertThat(exists("shop-10")).isFalse();
    await()
        .untilAsserted(
            () ->
                assertThat(ingestion.records())
                    .filteredOn(each -> each.key().equals("component:default/shop-9"))
                    .singleElement()
                    .satisfies(each -> assertThat(each.value()).contains("\"CREATED\"")));
  }

  @Test
  void anEmptyListAndAnErrorRetractNothing() {
    source("quiet", "");
    api.does(request -> request.json(services("quiet", 3)));
    sync("quiet");

    api.does(request -> request.json("{\"services\": []}"));
    JsonNode empty = sync("quiet");
    api.does(request -> request.answer(500, ""));
    JsonNode failed = sync("quiet");

    assertThat(empty.path("retracted").asInt()).isZero();
    assertThat(empty.path("notes").toString()).contains("named no entity at all");
    assertThat(failed.path("status").asString()).isEqualTo("FAILED");
    assertThat(failed.path("notes").toString()).contains("Page 1: the server answers 500.");
    assertThat(exists("quiet-0")).isTrue();
  }

  @Test
  void aListThatLostMostOfItsItemsIsHeldUntilSomebodyApproves() {
    source("thin", "");
    api.does(request -> request.json(services("thin", 40)));
    sync("thin");
    api.does(request -> request.json(services("thin", 20)));

    JsonNode held = sync("thin");

    assertThat(held.path("status").asString()).isEqualTo("HELD");
    assertThat(exists("thin-39")).isTrue();
    ingestion.post("/api/sources/thin/syncs/" + held.path("sync").asString() + "/approve");
    assertThat(exists("thin-39")).isFalse();
    assertThat(exists("thin-19")).isTrue();
  }

  @Test
  void anAnswerThatDidNotChangeIsADeltaThatRetractsNothing() {
    source("same", "");
    api.does(
        request -> {
          if (request.header("If-None-Match").equals("\"1\"")) {
            request.answer(304, "");
          } else {
            request.with("ETag", "\"1\"").json(services("same", 2));
          }
        });
    sync("same");

    JsonNode again = sync("same");

    assertThat(again.path("status").asString()).isEqualTo("DONE");
    assertThat(again.path("mode").asString()).isEqualToIgnoringCase("delta");
    assertThat(again.path("notes").toString()).contains("nothing changed");
    assertThat(exists("same-1")).isTrue();
  }

  @Test
  void anItemThatCannotBeMappedIsListedAndTheRestGoesThrough() {
    source("mixed", "");
    api.does(
        request ->
            request.json(
                "{\"services\": [{\"name\": \"mixed-0\", \"team\": \"a\"}, {\"name\": \"mixed 1\", \"team\": \"a\"}]}"));

    JsonNode sync = sync("mixed");

    assertThat(exists("mixed-0")).isTrue();
    JsonNode problem = sync.path("problems").path(0);
    assertThat(problem.path("path").asString()).isEqualTo("page 1");
    assertThat(problem.path("document").asInt()).isEqualTo(2);
    assertThat(problem.path("field").asString()).isEqualTo("/metadata/name");
  }

  @Test
  void aProgramThatDoesNotCompileIsRefusedWhenTheSourceIsSaved() {
    Reply reply = put("wrong", ", \"kind\": \"none\"");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.body().path("field").asString()).isEqualTo("/configuration/kind");
  }

  private void source(String name, String more) {
    Reply reply = put(name, more);
    assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
  }

  private Reply put(String name, String more) {
    return ingestion.put(
        "/api/sources/" + name,
        """
        {"adapter": "http", "configuration": {"url": "%s", "items": ".services", "mapping": [
          {"entity": {"kind": "\\"Component\\"", "metadata": {"name": ".name"},
           "spec": {"type": "\\"service\\"", "lifecycle": "\\"production\\"", "owner": ".team"}}}]%s}}"""
            .formatted(api.url("/services"), more));
  }

  private static JsonNode sync(String source) {
    String sync = ingestion.post("/api/sources/" + source + "/sync").body().path("sync").asString();
    String path = "/api/sources/" + source + "/syncs/" + sync;
    await()
        .until(
            () ->
                List.of("DONE", "FAILED", "HELD")
                    .contains(ingestion.get(path).body().path("status").asString()));
    return ingestion.get(path).body();
  }

  private static String services(String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{\"name\": \"%s-%d\", \"team\": \"a\"}".formatted(prefix, i))
        .collect(Collectors.joining(", ", "{\"services\": [", "]}"));
  }

  private static boolean exists(String name) {
    return ingestion.get("/api/entities/component/default/" + name).status() == 200;
  }
}
