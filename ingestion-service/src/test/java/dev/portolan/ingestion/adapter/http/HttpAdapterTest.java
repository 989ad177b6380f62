package dev.portolan.ingestion.adapter.http;

import static dev.portolan.ingestion.adapter.http.HttpSources.services;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.ingestion.adapter.FoundDocument;
import dev.portolan.ingestion.adapter.SourceReading;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is read of an API that behaves, page by page. */
class HttpAdapterTest {
  private final TestingApi api = TestingApi.start();
  private final HttpSources sources = new HttpSources(api);

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void itemsBecomeEntitiesByTheMapping() {
    api.does(request -> request.json(services("checkout", "cart")));

    SourceReading reading = sources.read(sources.services(Map.of()));

    assertThat(reading.complete()).isTrue();
    assertThat(reading.newsOnly()).isNull();
    assertThat(sources.names()).containsExactly("checkout", "cart");
    assertThat(sources.entities().getFirst().relations())
        .singleElement()
        .satisfies(owner -> assertThat(owner.target()).hasToString("group:default/payments"));
  }

  @Test
  void aPageOfSeveralMegabytesIsRead() {
    String[] names = IntStream.range(0, 4_000).mapToObj(i -> "s" + i).toArray(String[]::new);
    api.does(
        request ->
            request.json(
                services(names)
                    .replace("\"team\"", "\"about\": \"" + "x".repeat(1_500) + "\", \"team\"")));

    assertThat(sources.read(sources.services(Map.of())).faults()).isEmpty();
    assertThat(sources.names()).hasSize(4_000);
  }

  @Test
  void aCursorLeadsFromPageToPage() {
    api.does(
        request -> {
          switch (request.target()) {
            case "/services" -> request.json(page("\"b+/=\"", "a", "b"));
            case "/services?after=b%2B%2F%3D" -> request.json(page("3", "c"));
            case "/services?after=3" -> request.json(page("null", "d"));
            default -> request.notFound();
          }
        });

    SourceReading reading =
        sources.read(
            sources.services(
                Map.of(
                    "pagination",
                    Map.of("cursor", Map.of("next", ".next", "parameter", "after")))));

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.files()).isEqualTo(3);
    assertThat(sources.names()).containsExactly("a", "b", "c", "d");
    assertThat(sources.found)
        .extracting(FoundDocument::path)
        .containsExactly("page 1", "page 1", "page 2", "page 3");
  }

  @Test
  void aQueryIsPostedAndTheCursorIsItsVariable() {
    api.does(
        request ->
            request.json(
                request.number() == 1
                    ? page("\"b+/=\"", "a")
                    : page(request.number() == 2 ? "3" : "null", "b")));

    SourceReading reading =
        sources.read(
            sources.services(
                Map.of(
                    "query",
                    "query($after: String) {services(after: $after) {name team}}",
                    "pagination",
                    Map.of("cursor", Map.of("next", ".next", "parameter", "after")))));

    assertThat(reading.complete()).isTrue();
    assertThat(api.asked()).containsOnly("/services");
    assertThat(api.headers().getFirst("Content-Type")).isEqualTo("application/json");
    assertThat(api.bodies().getFirst()).contains("services(after: $after) {name team}");
    assertThat(Example.variables(api.bodies()))
        .extracting(JsonNode::toString)
        .containsExactly("{}", "{\"after\":\"b+/=\"}", "{\"after\":3}");
  }

  @Test
  void aCursorCanBeAnAddress() {
    api.does(
        request ->
            request.json(
                request.number() == 1
                    ? page("\"" + api.url("/more?at=2") + "\"", "a")
                    : page("false", "b")));

    sources.read(sources.services(Map.of("pagination", Map.of("cursor", Map.of("next", ".next")))));

    assertThat(api.asked()).containsExactly("/services", "/more?at=2");
    assertThat(sources.names()).containsExactly("a", "b");
  }

  @Test
  void numberedPagesAreReadToTheFirstEmptyOneThoughOneBeforeIsShort() {
    api.does(
        request ->
            request.json(
                switch (request.target()) {
                  case "/services?size=2&page=1" -> services("a", "b");
                  case "/services?size=2&page=2" -> services("c");
                  case "/services?size=2&page=3" -> services("d", "e");
                  default -> services();
                }));

    SourceReading reading =
        sources.read(
            sources.services(
                Map.of(
                    "url",
                    api.url("/services?size=2"),
                    "pagination",
                    Map.of("page", Map.of("parameter", "page")))));

    assertThat(reading.complete()).isTrue();
    assertThat(sources.names()).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void itemsCanBeNumberedInsteadOfPages() {
    api.does(
        request ->
            request.json(
                switch (request.target()) {
                  case "/services?offset=0" -> services("a");
                  case "/services?offset=50" -> services("b");
                  default -> services();
                }));

    sources.read(
        sources.services(
            Map.of(
                "pagination",
                Map.of("page", Map.of("parameter", "offset", "start", 0, "step", 50)))));

    assertThat(sources.names()).containsExactly("a", "b");
    assertThat(api.asked()).hasSize(3);
  }

  @Test
  void theLinkHeaderLeadsFromPageToPage() {
    api.does(
        request -> {
          if (request.number() == 1) {
            request.with(
                "Link",
                "<%s>; rel=\"prev\", </services?page=2>; title=\"a, b\"; rel=\"last next\""
                    .formatted(api.url("/services?page=0")));
          }
          request.json(services("s" + request.number()));
        });

    sources.read(sources.services(Map.of("pagination", Map.of("link", true))));

    assertThat(api.asked()).containsExactly("/services", "/services?page=2");
    assertThat(sources.names()).containsExactly("s1", "s2");
  }

  @Test
  void aSecretIsSentAsTheSourceSays() {
    api.does(request -> request.json(services("a")));

    sources.read(with("bearer", Map.of()));
    assertThat(api.headers().getFirst("Authorization")).isEqualTo("Bearer s3cret");

    sources.read(with("basic", Map.of("username", "me")));
    assertThat(api.headers().getFirst("Authorization")).isEqualTo("Basic bWU6czNjcmV0");

    sources.read(with("header", Map.of("header", "X-Api-Key", "prefix", "Token token=")));
    assertThat(api.headers().getFirst("X-Api-Key")).isEqualTo("Token token=s3cret");
    assertThat(api.headers().getFirst("Authorization")).isNull();
  }

  private Map<String, Object> with(String scheme, Map<String, Object> more) {
    Map<String, Object> auth = new HashMap<>(more);
    auth.put("scheme", scheme);
    auth.put("secret", HttpSources.SECRET);
    return sources.services(Map.of("auth", auth));
  }

  @Test
  void whatTheServerAsksToWaitIsWaited() {
    api.does(
        request -> {
          switch (request.number()) {
            case 1 -> request.with("Retry-After", "17").answer(429, "");
            case 2 -> request.with("Retry-After", "Fri, 27 Nov 2026 08:00:30 GMT").answer(503, "");
            case 3 -> request.with("Retry-After", "3").answer(403, "");
            case 4 -> request.answer(429, "");
            default -> request.json(services("a"));
          }
        });

    SourceReading reading = sources.read(sources.services(Map.of()));

    assertThat(reading.complete()).isTrue();
    assertThat(sources.names()).containsExactly("a");
    assertThat(sources.waits)
        .containsExactly(
            Duration.ofSeconds(17),
            Duration.ofSeconds(30),
            Duration.ofSeconds(3),
            Duration.ofSeconds(8));
  }

  @Test
  void aRedirectOnTheSameHostIsFollowed() {
    api.does(
        request -> {
          if (request.target().equals("/services")) {
            request.with("Location", "/v2/services").answer(308, "");
          } else {
            request.json(services("a"));
          }
        });

    assertThat(sources.read(sources.services(Map.of())).complete()).isTrue();
    assertThat(sources.names()).containsExactly("a");
  }

  @Test
  void anAnswerThatDidNotChangeIsNotReadAgainAndRetractsNothing() {
    api.does(
        request -> {
          if (request.header("If-None-Match").equals("\"v1\"")) {
            request.answer(304, "");
          } else {
            request.with("ETag", "\"v1\"").json(services("a"));
          }
        });
    Map<String, Object> configuration = sources.services(Map.of());
    sources.readAndTake(configuration);

    SourceReading second = sources.readAndTake(configuration);
    SourceReading third = sources.readAndTake(configuration);

    assertThat(second.complete()).isTrue();
    assertThat(second.newsOnly()).contains("nothing changed");
    assertThat(third.newsOnly()).contains("nothing changed");
    assertThat(sources.names()).isEmpty();
  }

  @Test
  void whatWasReadButNotTakenIsReadAgain() {
    api.does(request -> request.with("ETag", "\"v1\"").json(services("a")));
    Map<String, Object> configuration = sources.services(Map.of());
    sources.read(configuration);

    sources.read(configuration);

    assertThat(api.headers().getFirst("If-None-Match")).isNull();
  }

  @Test
  void whatOneSourceWasToldIsNewsToAnother() {
    api.does(request -> request.with("ETag", "\"v1\"").json(services("a")));
    Map<String, Object> configuration = sources.services(Map.of());
    sources.readAndTake(configuration);

    sources.read("another", configuration);

    assertThat(api.headers().getFirst("If-None-Match")).isNull();
    assertThat(sources.names()).containsExactly("a");
  }

  @Test
  void onceADayEverythingIsReadWhateverTheServerSaysOfChanges() {
    api.does(request -> request.with("ETag", "\"v1\"").json(services("a")));
    Map<String, Object> configuration = sources.services(Map.of());
    sources.readAndTake(configuration);
    sources.now = HttpSources.MORNING.plus(Duration.ofHours(25));

    sources.readAndTake(configuration);

    assertThat(api.headers().getFirst("If-None-Match")).isNull();
  }

  @Test
  void ofASourceOfSeveralPagesNoTagIsSent() {
    api.does(request -> request.with("ETag", "\"v1\"").json(services()));
    Map<String, Object> configuration =
        sources.services(Map.of("pagination", Map.of("page", Map.of("parameter", "page"))));
    sources.readAndTake(configuration);

    sources.readAndTake(configuration);

    assertThat(api.headers().getFirst("If-None-Match")).isNull();
  }

  @Test
  void onlyWhatChangedIsAskedForAfterAWholeReading() {
    api.does(request -> request.json(services("a")));
    for (Map.Entry<String, String> format :
        Map.of(
                "iso", "2026-11-27T07%3A55%3A00Z",
                "date", "2026-11-27",
                "seconds", "1795766100",
                "millis", "1795766100000")
            .entrySet()) {
      Map<String, Object> configuration =
          sources.services(
              Map.of("since", Map.of("parameter", "updated", "format", format.getKey())));
      sources.now = HttpSources.MORNING;
      assertThat(sources.readAndTake(configuration).newsOnly()).isNull();
      sources.now = HttpSources.MORNING.plus(Duration.ofHours(1));

      SourceReading delta = sources.readAndTake(configuration);

      assertThat(delta.complete()).isTrue();
      assertThat(delta.newsOnly()).contains("2026-11-27T07:55:00Z");
      assertThat(api.asked().getLast()).isEqualTo("/services?updated=" + format.getValue());
    }
  }

  @Test
  void afterAReadingThatBrokeOffTheSameTimeIsAskedForAgain() {
    Map<String, Object> configuration =
        sources.services(Map.of("since", Map.of("parameter", "updated", "format", "date")));
    api.does(request -> request.json(services("a")));
    sources.readAndTake(configuration);
    api.does(request -> request.answer(500, ""));
    sources.now = HttpSources.MORNING.plus(Duration.ofHours(20));

    SourceReading broken = sources.read(configuration);

    assertThat(broken.complete()).isFalse();
    assertThat(broken.revision()).isNull();
    sources.read(configuration);
    assertThat(api.asked().getLast()).isEqualTo("/services?updated=2026-11-27");
  }

  private static String page(String next, String... names) {
    return "{\"services\": [%s], \"next\": %s}".formatted(HttpSources.items(names), next);
  }

  @Test
  void integersTextsAndListsOfTheMappingCanStandAsTheyAre() {
    api.does(request -> request.json(services("a")));

    sources.read(
        sources.services(
            Map.of(
                "mapping",
                List.of(
                    Map.of(
                        "selector",
                        ".team == \"payments\"",
                        "entity",
                        Map.of(
                            "kind",
                            "\"Widget\"",
                            "metadata",
                            Map.of("name", ".name", "tags", List.of("\"java\"", ".team")),
                            "spec",
                            Map.of("tier", 1, "critical", true, "gone", ".nothing")))))));

    assertThat(sources.entities())
        .singleElement()
        .satisfies(
            entity -> {
              assertThat(entity.tags()).containsExactly("java", "payments");
              assertThat(entity.spec()).containsOnlyKeys("tier", "critical");
            });
  }
}
