package dev.portolan.cli.whatif;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.portolan.cli.Calls;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** Asks the platform. */
final class Services implements AutoCloseable {
  /** The gateway gives up sooner, and says so. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Calls calls = new Calls();

  /** What would follow, as far as the gateway could answer. */
  Reply ask(URI gateway, Question question) {
    byte[] body = JSON.writeValueAsBytes(question.body());
    return calls.ask(
        HttpRequest.newBuilder(URI.create(gateway + "/graphql"))
            .timeout(LONGEST)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body))
            .build(),
        Reply.class);
  }

  /** The names of all sources that ingestion-service knows. */
  List<String> sources(URI ingestion) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(ingestion + "/api/sources")).timeout(LONGEST).build();
    return Objects.requireNonNullElse(
            calls.ask(request, KnownSources.class).sources(), List.<KnownSource>of())
        .stream()
        .map(KnownSource::source)
        .toList();
  }

  @Override
  public void close() {
    calls.close();
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record KnownSources(List<KnownSource> sources) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record KnownSource(String source) {}
}
