package dev.portolan.ingestion.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a source may say, and what is refused before it is kept. */
class HttpSourceTest {
  private final TestingApi api = TestingApi.start();
  private final HttpSources sources = new HttpSources(api);

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void aSourceThatCanBeReadIsTaken() {
    sources.adapter.check(sources.services(Map.of()));
    sources.adapter.check(
        sources.services(
            Map.of(
                "auth", auth(HttpSources.SECRET),
                "pagination", Map.of("link", true),
                "since", Map.of("parameter", "since"))));
  }

  @Test
  void hostsWithinOnesOwnNetworkAreRefusedUnlessTheyAreAllowed() {
    for (String url :
        List.of(
            "https://localhost/a",
            "https://10.0.0.1/a",
            "https://169.254.169.254/latest/meta-data",
            "https://[::1]/a",
            "https://[64:ff9b::7f00:1]/a")) {
      refused(Map.of("url", url), "url", "PORTOLAN_HTTP_INSIDE_HOSTS");
    }
  }

  @Test
  void nothingIsSentInTheClearToTheNetwork() {
    refused(Map.of("url", "http://8.8.8.8/a"), "url", "https://");
    refused(Map.of("url", "ftp://8.8.8.8/a"), "url", "https://");
    refused(Map.of("url", "/etc/passwd"), "url", "https://");
  }

  @Test
  void credentialsDoNotBelongIntoTheUrl() {
    assertThatThrownBy(
            () -> sources.adapter.check(sources.services(Map.of("url", "https://me:pw@8.8.8.8/a"))))
        .hasMessageContaining("'auth'")
        .hasMessageNotContaining("pw");
  }

  @Test
  void aSecretIsForTheHostThatWhoeverRunsTheServiceNames() {
    sources.environment.put("PORTOLAN_HTTP_PUBLIC", "s3cret");
    sources.environment.put("PORTOLAN_HTTP_OTHER", "s3cret");

    refused(Map.of("auth", auth("PORTOLAN_HTTP_PUBLIC")), "auth/secret", "for api.github.com only");
    refused(Map.of("auth", auth("PORTOLAN_HTTP_OTHER")), "auth/secret", "PORTOLAN_HTTP_SECRETS");
    refused(
        Map.of("url", "https://8.8.8.8/a", "auth", auth(HttpSources.SECRET)),
        "auth/secret",
        "only");
  }

  @Test
  void onlySecretsThatAreMeantForHttpCanBeNamed() {
    sources.environment.put("PORTOLAN_POSTGRES_PASSWORD", "s3cret");

    for (String name : List.of("PORTOLAN_POSTGRES_PASSWORD", "../PORTOLAN_HTTP_A", "PATH")) {
      refused(Map.of("auth", auth(name)), "auth/secret", "PORTOLAN_HTTP_");
    }
  }

  @Test
  void aSecretThatIsNotThereOrCannotBeSentIsSaidAndNotShown() {
    sources.environment.remove(HttpSources.SECRET);
    refused(Map.of("auth", auth(HttpSources.SECRET)), "auth/secret", "no environment variable");

    sources.environment.put(HttpSources.SECRET, "s3cret\r\nX-Injected: 1");
    refused(Map.of("auth", auth(HttpSources.SECRET)), "auth/secret", "cannot be sent");
  }

  @Test
  void aSecretCanBeAFile(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve(HttpSources.SECRET), "from-a-file\n");
    HttpSources files = new HttpSources(api, Duration.ofSeconds(20), folder);
    files.environment.clear();
    api.does(request -> request.json(HttpSources.services("a")));

    files.read(files.services(Map.of("auth", auth(HttpSources.SECRET))));

    assertThat(api.headers().getFirst("Authorization")).isEqualTo("Bearer from-a-file");
  }

  @Test
  void eachKeyThatIsWrongIsSaidWithItsPlace() {
    refused(Map.of("urls", "x"), "urls", "There is no 'urls'");
    refused(Map.of("url", ""), "url", "not empty");
    refused(Map.of("items", ".a |"), "items", "'items' is no JQ program");
    refused(Map.of("auth", "secret"), "auth", "must be a mapping");
    refused(
        Map.of("auth", Map.of("scheme", "digest", "secret", "PORTOLAN_HTTP_A")),
        "auth/scheme",
        "bearer");
    refused(
        Map.of("auth", Map.of("scheme", "header", "header", "A: b", "secret", "PORTOLAN_HTTP_A")),
        "auth/header",
        "name of a header");
    refused(Map.of("pagination", Map.of()), "pagination", "one of");
    refused(
        Map.of("pagination", Map.of("link", true, "page", Map.of("parameter", "p"))),
        "pagination",
        "one of");
    refused(
        Map.of("pagination", Map.of("page", Map.of("parameter", "p", "step", 0))),
        "pagination/page/step",
        "at least 1");
    refused(
        Map.of("pagination", Map.of("cursor", Map.of("next", "nope"))),
        "pagination/cursor/next",
        "no function nope/0");
    refused(Map.of("since", Map.of("parameter", "s", "format", "julian")), "since/format", "iso");
    refused(Map.of("query", "mutation {serviceDelete(id: 1) {id}}"), "query", "only read");
    refused(Map.of("query", "fragment F on A {b} mutation {c}"), "query", "only read");
    refused(
        Map.of("query", "{services}", "pagination", Map.of("link", true)),
        "pagination",
        "a variable");
    refused(
        Map.of("query", "{services}", "pagination", Map.of("cursor", Map.of("next", ".next"))),
        "pagination",
        "a variable");
  }

  @Test
  void eachProgramOfTheMappingThatIsWrongIsSaidWithItsPlace() {
    refused(
        Map.of("mapping", List.of(entity(Map.of("name", ".name |")))),
        "mapping/0/entity/metadata/name",
        "no JQ program");
    refused(
        Map.of("mapping", List.of(entity(Map.of("title", ".name")))), "mapping/0/entity", "'name'");
    refused(Map.of("mapping", List.of()), "mapping", "list of resources");
    refused(Map.of("mapping", "resources: ["), "mapping", "not YAML");
    refused(
        Map.of("mapping", "resources: [{port: {entity: {mappings: {identifier: .id}}}}]"),
        "mapping/resources/0/port/entity/mappings/blueprint",
        "'blueprint'");
  }

  @Test
  void ofAMappingForSeveralKindsOneIsChosen() {
    String mapping =
        """
        resources:
          - {kind: a, port: {entity: {mappings: {identifier: .id, blueprint: '"a"'}}}}
          - {kind: b, port: {entity: {mappings: {identifier: .id, blueprint: '"b"'}}}}
        """;
    refused(Map.of("mapping", mapping), "kind", "a, b");
    refused(Map.of("mapping", mapping, "kind", "c"), "kind", "nothing for items of the kind c");
    api.does(request -> request.json("[{\"id\": 1}]"));

    sources.read(sources.services(Map.of("items", ".", "mapping", mapping, "kind", "b")));

    assertThat(sources.entities())
        .singleElement()
        .satisfies(entity -> assertThat(entity.ref()).hasToString("b:default/1"));
  }

  private static Map<String, Object> entity(Map<String, Object> metadata) {
    return Map.of("entity", Map.of("kind", "\"A\"", "metadata", metadata));
  }

  private static Map<String, Object> auth(String secret) {
    return Map.of("scheme", "bearer", "secret", secret);
  }

  private void refused(Map<String, Object> wrong, String key, String message) {
    Map<String, Object> configuration = new HashMap<>(sources.services(wrong));
    assertThatThrownBy(() -> sources.adapter.check(configuration))
        .as("%s", wrong)
        .isInstanceOfSatisfying(
            InvalidConfigurationException.class, e -> assertThat(e.key()).isEqualTo(key))
        .hasMessageContaining(message)
        .hasMessageNotContaining("s3cret");
  }
}
