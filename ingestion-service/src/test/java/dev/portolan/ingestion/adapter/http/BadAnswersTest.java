package dev.portolan.ingestion.adapter.http;

import static dev.portolan.ingestion.adapter.http.HttpSources.services;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.ingestion.adapter.FoundDocument;
import dev.portolan.ingestion.adapter.SourceReading;
import dev.portolan.ingestion.descriptor.ReadDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an API can do wrong: the reading is then incomplete and says why, and it always ends. */
class BadAnswersTest {
  private static final Map<String, Object> BY_CURSOR =
      Map.of("pagination", Map.of("cursor", Map.of("next", ".next", "parameter", "after")));

  private final TestingApi api = TestingApi.start();
  private final HttpSources sources = new HttpSources(api);

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void anEmptyListIsReadWholeAndNamesNothing() {
    api.does(request -> request.json(services()));

    SourceReading reading = sources.read(sources.services(Map.of()));

    assertThat(reading.complete()).isTrue();
    assertThat(sources.found).isEmpty();
  }

  @Test
  void halfAPageIsNoAnswer() {
    api.does(request -> request.json("{\"services\": [{\"name\": \"a\", \"te"));

    assertThat(fault()).contains("Page 1", "breaks off");
    assertThat(sources.found).isEmpty();
  }

  @Test
  void aConnectionThatBreaksOffIsNoAnswer() {
    api.does(
        request -> {
          request.exchange().sendResponseHeaders(200, 1_000);
          request.exchange().getResponseBody().write('{');
          request.exchange().close();
        });

    assertThat(fault()).contains("breaks off");
  }

  @Test
  void aPageToLogInIsNoAnswer() {
    api.does(
        request ->
            request
                .with("Content-Type", "text/html; charset=utf-8")
                .answer(200, "<html><form>Log in</form></html>"));

    assertThat(fault()).contains("log in");
  }

  @Test
  void anErrorThatIsToldWithA200IsNoList() {
    api.does(request -> request.json("{\"error\": \"no such token\"}"));

    assertThat(fault()).contains("'items' yields no list").doesNotContain("no such token");
  }

  @Test
  void whatCameBeforeA500StandsAndTheReadingIsIncomplete() {
    api.does(
        request -> {
          if (request.number() < 3) {
            request.json(
                "{\"services\": [%s], \"next\": %d}"
                    .formatted(HttpSources.items("s" + request.number()), request.number()));
          } else {
            request.answer(500, "secret of the server");
          }
        });

    assertThat(fault(BY_CURSOR)).isEqualTo("Page 3: the server answers 500.");
    assertThat(sources.names()).containsExactly("s1", "s2");
  }

  @Test
  void aServerThatAsksToWaitTooLongOrTooOftenIsLeftForTheNextRun() {
    api.does(request -> request.with("Retry-After", "3600").answer(429, ""));
    assertThat(fault()).contains("3600 s", "too long");
    assertThat(sources.waits).isEmpty();

    api.does(request -> request.with("Retry-After", "1").answer(429, ""));
    assertThat(fault()).contains("again and again");
    assertThat(sources.waits).hasSize(HttpLimits.WAITS);
  }

  @Test
  void aRedirectToAnotherHostIsNotFollowed() {
    try (TestingApi other = TestingApi.start()) {
      for (String target :
          List.of(
              other.url("/services"),
              "http://169.254.169.254/latest/meta-data",
              "https://127.0.0.1/services",
              "//localhost:" + api.port() + "/services",
              "file:///etc/passwd")) {
        api.does(request -> request.with("Location", target).answer(302, ""));

        assertThat(fault()).as(target).contains("redirects to", "not followed");
      }
      assertThat(other.asked()).isEmpty();
    }
  }

  @Test
  void redirectsInACircleEnd() {
    api.does(request -> request.with("Location", "/services").answer(302, ""));

    assertThat(fault()).contains("redirects again and again");
  }

  @Test
  void anAnswerToAQueryWithErrorsIsAPartAndNoAnswer() {
    Map<String, Object> query = Map.of("query", "{services {name}}");
    api.does(
        request ->
            request.json(
                """
                {"services": [], "errors": [{"message": "secret of the server",
                  "locations": [{"line": 1, "column": 12}]}]}
                """));
    assertThat(fault(query))
        .isEqualTo("Page 1: the server refuses the query at line 1, column 12.");

    api.does(request -> request.json("{\"data\": null, \"errors\": [{\"message\": \"no\"}]}"));
    assertThat(fault(query)).contains("answers the query with errors");

    api.does(request -> request.json("{\"services\": [], \"errors\": []}"));
    assertThat(sources.read(sources.services(query)).complete()).isTrue();
  }

  @Test
  void aRedirectOfAQueryIsNotFollowed() {
    api.does(request -> request.with("Location", "/v2/services").answer(308, ""));

    assertThat(fault(Map.of("query", "{services {name}}"))).contains("redirects", "the url");
    assertThat(api.asked()).containsExactly("/services");
  }

  @Test
  void aNextPageOnAnotherHostIsNotAskedFor() {
    try (TestingApi other = TestingApi.start()) {
      api.does(
          request ->
              request
                  .with("Link", "<%s>; rel=next".formatted(other.url("/services")))
                  .json(services("a")));

      assertThat(fault(Map.of("pagination", Map.of("link", true)))).contains("leads to");
      assertThat(other.asked()).isEmpty();
    }
  }

  @Test
  void theSameCursorAgainEndsTheReading() {
    api.does(request -> request.json("{\"services\": [], \"next\": \"again\"}"));

    assertThat(fault(BY_CURSOR)).contains("read before");
    assertThat(api.asked()).hasSize(2);
  }

  @Test
  void aServerThatDoesNotKnowThePageIsFoundOut() {
    api.does(request -> request.json(services("a")));

    assertThat(fault(Map.of("pagination", Map.of("page", Map.of("parameter", "page")))))
        .contains("same as the page before");
  }

  @Test
  void pagesWithoutEndEnd() {
    api.does(
        request -> request.json("{\"services\": [], \"next\": %d}".formatted(request.number())));

    assertThat(fault(BY_CURSOR)).contains("more than 2,000 pages");
  }

  @Test
  void aCursorThatCannotBeToldIsNotTakenForTheEnd() {
    api.does(request -> request.json("{\"services\": [], \"next\": {\"at\": 2}}"));
    assertThat(fault(BY_CURSOR)).contains("'next' yields no text");

    assertThat(
            fault(
                Map.of(
                    "pagination",
                    Map.of("cursor", Map.of("next", ".next | fromdate", "parameter", "after")))))
        .contains("'next' fails");
  }

  /** Two gigabytes, if anybody took them. */
  @Test
  void aBodyWithoutMeasureIsNotTaken() {
    byte[] megabyte = " ".repeat(1 << 20).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    api.does(
        request -> {
          try (OutputStream body = request.endless()) {
            for (int i = 0; i < 2_048; i++) {
              body.write(megabyte);
            }
          }
        });

    assertThat(fault()).contains("more than 8,388,608 bytes");
  }

  @Test
  void aBodyThatTricklesIsNotWaitedFor() {
    CountDownLatch over = new CountDownLatch(1);
    api.does(
        request -> {
          try (OutputStream body = request.endless()) {
            body.write('[');
            body.flush();
            over.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
        });
    HttpSources impatient = new HttpSources(api, Duration.ofMillis(300), null);

    SourceReading reading = impatient.read(impatient.services(Map.of()));
    over.countDown();

    assertThat(reading.faults()).singleElement().asString().contains("did not end its answer");
  }

  @Test
  void aServerThatIsNotThereIsSaid() {
    api.close();

    assertThat(fault()).contains("cannot be reached");
  }

  @Test
  void aMappingThatFailsWithAnItemCostsThatItemAlone() {
    api.does(
        request ->
            request.json(
                "{\"services\": [%s, {\"name\": \"b\", \"team\": {\"slug\": 1}}, {\"name\": 3}, %s]}"
                    .formatted(HttpSources.items("a"), HttpSources.items("c"))));

    SourceReading reading =
        sources.read(
            sources.services(
                Map.of(
                    "mapping",
                    List.of(
                        Map.of(
                            "entity",
                            Map.of(
                                "kind",
                                "\"Component\"",
                                "metadata",
                                Map.of("name", ".name | ascii_downcase"),
                                "spec",
                                Map.of(
                                    "type",
                                    "\"service\"",
                                    "lifecycle",
                                    "\"production\"",
                                    "owner",
                                    ".team | ascii_downcase")))))));

    assertThat(reading.complete()).isTrue();
    assertThat(sources.names()).containsExactly("a", "c");
    assertThat(sources.found)
        .extracting(FoundDocument::document)
        .filteredOn(ReadDocument.Rejected.class::isInstance)
        .satisfiesExactly(
            b -> {
              ReadDocument.Rejected rejected = (ReadDocument.Rejected) b;
              assertThat(rejected.document()).isEqualTo(2);
              assertThat(rejected.ref()).hasToString("component:default/b");
              assertThat(rejected.problems())
                  .singleElement()
                  .satisfies(
                      problem -> {
                        assertThat(problem.field()).isEqualTo("/spec/owner");
                        assertThat(problem.rule()).isEqualTo("mapping");
                        assertThat(problem.message()).contains(".team | ascii_downcase");
                      });
            },
            third -> {
              assertThat(third.document()).isEqualTo(3);
              assertThat(((ReadDocument.Rejected) third).ref()).isNull();
            });
  }

  @Test
  void whatAMappingYieldsKeepsTheRulesOfAllDescriptors() {
    api.does(request -> request.json(services("not a name", "a")));

    sources.read(sources.services(Map.of()));

    assertThat(sources.names()).containsExactly("a");
    assertThat(sources.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.field()).isEqualTo("/metadata/name"));
  }

  @Test
  void aProgramThatNeverEndsEndsTheReading() {
    api.does(request -> request.json(services("a", "b", "c", "d", "e")));

    assertThat(
            fault(
                Map.of(
                    "mapping",
                    List.of(
                        Map.of(
                            "selector",
                            "[range(1e12)] | length > 0",
                            "entity",
                            Map.of("kind", "\"A\"", "metadata", Map.of("name", ".name")))))))
        .contains("stopped at its bounds with 3 items");
    assertThat(sources.problems()).hasSize(3);

    assertThat(fault(Map.of("items", "def f: f; f"))).contains("'items' fails", "stopped");
  }

  private String fault() {
    return fault(Map.of());
  }

  private String fault(Map<String, Object> more) {
    SourceReading reading = sources.read(sources.services(more));
    assertThat(reading.complete()).isFalse();
    assertThat(reading.faults()).hasSize(1);
    assertThat(reading.faults().getFirst()).doesNotContain("s3cret");
    return reading.faults().getFirst();
  }
}
