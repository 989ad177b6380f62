package dev.portolan.ingestion.adapter.http;

import dev.portolan.events.Entity;
import dev.portolan.ingestion.adapter.FoundDocument;
import dev.portolan.ingestion.adapter.SourceReading;
import dev.portolan.ingestion.adapter.network.AllowedHosts;
import dev.portolan.ingestion.adapter.network.Secrets;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import dev.portolan.ingestion.descriptor.Problem;
import dev.portolan.ingestion.descriptor.ReadDocument;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An adapter on a testing API, and what it found; its waits take no time and are written down. */
final class HttpSources {
  static final String SECRET = "PORTOLAN_HTTP_TOKEN";
  static final Instant MORNING = Instant.parse("2026-11-27T08:00:00Z");

  private static final DescriptorReader READER = new DescriptorReader();

  final Map<String, String> environment = new HashMap<>(Map.of(SECRET, "s3cret"));
  final List<Duration> waits = new ArrayList<>();
  final List<FoundDocument> found = new ArrayList<>();
  final TestingApi api;
  final HttpAdapter adapter;
  Instant now = MORNING;

  HttpSources(TestingApi api) {
    this(api, Duration.ofSeconds(20), null);
  }

  HttpSources(TestingApi api, Duration answer, @Nullable Path secretsFolder) {
    this.api = api;
    AllowedHosts hosts =
        AllowedHosts.of(
            HttpSettings.NAMES,
            List.of("127.0.0.1"),
            List.of(
                SECRET + "=http://127.0.0.1:" + api.port(), "PORTOLAN_HTTP_PUBLIC=api.github.com"));
    this.adapter =
        new HttpAdapter(
            READER,
            new HttpSettings(hosts, answer, Duration.ofMinutes(15), waits::add, () -> now),
            new Secrets(Secrets.Family.HTTP, environment::get, secretsFolder));
  }

  /** Services of the API, each with a name and a team. */
  Map<String, Object> services(Map<String, Object> more) {
    Map<String, Object> configuration = new HashMap<>();
    configuration.put("url", api.url("/services"));
    configuration.put("items", ".services");
    configuration.put(
        "mapping",
        List.of(
            Map.of(
                "entity",
                Map.of(
                    "kind",
                    "\"Component\"",
                    "metadata",
                    Map.of("name", ".name"),
                    "spec",
                    Map.of(
                        "type", "\"service\"", "lifecycle", "\"production\"", "owner", ".team")))));
    configuration.putAll(more);
    return configuration;
  }

  SourceReading read(Map<String, Object> configuration) {
    return read("api", configuration);
  }

  SourceReading read(String source, Map<String, Object> configuration) {
    found.clear();
    return adapter.read(source, configuration, found::add);
  }

  /** As the service does when all that was read is in the catalog. */
  SourceReading readAndTake(Map<String, Object> configuration) {
    SourceReading reading = read(configuration);
    adapter.taken("api", configuration, reading);
    return reading;
  }

  List<Entity> entities() {
    return found.stream()
        .map(FoundDocument::document)
        .filter(ReadDocument.Accepted.class::isInstance)
        .map(document -> ((ReadDocument.Accepted) document).entity())
        .toList();
  }

  List<String> names() {
    return entities().stream().map(Entity::name).toList();
  }

  List<Problem> problems() {
    return found.stream()
        .map(FoundDocument::document)
        .filter(ReadDocument.Rejected.class::isInstance)
        .flatMap(document -> ((ReadDocument.Rejected) document).problems().stream())
        .toList();
  }

  /** An answer with services of these names. */
  static String services(String... names) {
    return "{\"services\": [%s]}".formatted(items(names));
  }

  static String items(String... names) {
    List<String> items = new ArrayList<>();
    for (String name : names) {
      items.add("{\"name\": \"%s\", \"team\": \"payments\"}".formatted(name));
    }
    return String.join(", ", items);
  }
}
