package dev.portolan.ingestion.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import dev.portolan.ingestion.adapter.SourceReading;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each integration against a server that answers in the shapes that its vendor documents. */
class IntegrationsTest {
  private static final Path FOLDER = Path.of("integrations");

  private final TestingApi api = TestingApi.start();
  private final HttpSources sources = new HttpSources(api);

  @AfterEach
  void stop() {
    api.close();
  }

  static List<String> integrations() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".yaml"))
          .map(file -> file.replace(".yaml", ""))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("integrations")
  void whatTheVendorDocumentsIsRead(String integration) {
    Example example = Example.of(integration);
    Example.Expected expected = example.expected();
    Map<String, Object> configuration = example.configuration(integration);
    URI vendor = HttpSource.of(configuration).url();
    String origin = vendor.getScheme() + "://" + vendor.getRawAuthority();
    api.does(
        request -> {
          int page = request.number() - 1;
          if (expected.link() != null && page < expected.link().size()) {
            request.with("Link", expected.link().get(page).replace(origin, api.url("")));
          }
          request.json(example.pages().get(page).replace(origin, api.url("")));
        });
    configuration.put("url", vendor.toString().replace(origin, api.url("")));

    SourceReading reading = sources.read(configuration);

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.notes()).isEmpty();
    assertThat(sources.problems()).isEmpty();
    assertThat(api.asked()).isEqualTo(expected.asked());
    assertThat(Example.variables(api.bodies())).isEqualTo(expected.sent());
    assertThat(Example.written(sources.entities()).replace(api.url(""), origin))
        .isEqualTo(Example.written(expected.entities()));
    if (expected.headers() != null) {
      expected
          .headers()
          .forEach((header, value) -> assertThat(api.headers().getFirst(header)).isEqualTo(value));
    }
  }

  @ParameterizedTest
  @MethodSource("integrations")
  void itsFirstLineIsTheAddressOfTheVendorsReference(String integration) throws IOException {
    assertThat(Files.readAllLines(FOLDER.resolve(integration + ".yaml")).getFirst())
        .startsWith("# https://");
  }

  @Test
  void eachIsListedAndHasAnExampleAndNothingElseDoes() throws IOException {
    try (Stream<Path> examples = Files.list(Example.FOLDER);
        Stream<String> readme = Files.lines(FOLDER.resolve("README.md"))) {
      assertThat(examples.map(folder -> folder.getFileName().toString()).sorted())
          .isEqualTo(integrations());
      assertThat(
              readme
                  .filter(line -> line.startsWith("| `"))
                  .map(line -> line.split("`", -1)[1])
                  .sorted())
          .isEqualTo(integrations());
    }
  }

  @Test
  void theAddressIsTheVendorsUnlessTheSourceSaysAnother() {
    assertThat(url("github-teams", Map.of("organization", "acme")))
        .isEqualTo("https://api.github.com/orgs/acme/teams?per_page=100");
    assertThat(url("backstage-catalog", Map.of("host", "b.example:7007")))
        .startsWith("https://b.example:7007/api/catalog/");
    assertThat(url("port-entities", Map.of("host", "api.port.io", "blueprint", "_team")))
        .startsWith("https://api.port.io/v1/blueprints/_team/entities");
  }

  @Test
  void aVariableIsAWordAndNoWayOutOfTheAddress() {
    for (Object value : List.of("", "a/b", "a?b", "..", "me@evil.example", "a.example/x")) {
      assertThatThrownBy(() -> url("github-teams", Map.of("organization", value)))
          .as("%s", value)
          .isInstanceOfSatisfying(
              InvalidConfigurationException.class,
              e -> assertThat(e.key()).isEqualTo("variables/organization"));
    }
    assertThatThrownBy(() -> url("github-teams", Map.of())).hasMessageContaining("'organization'");
    assertThatThrownBy(() -> url("../application", Map.of()))
        .hasMessageContaining("no integration");
  }

  private static String url(String integration, Map<String, Object> variables) {
    return HttpSource.of(
            Map.of(
                "integration", integration,
                "variables", variables,
                "auth", Map.of("secret", HttpSources.SECRET)))
        .url()
        .toString();
  }
}
