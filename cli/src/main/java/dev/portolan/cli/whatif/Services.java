package dev.portolan.cli.whatif;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.portolan.cli.Calls;
import dev.portolan.cli.CommandFailed;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Asks the platform. */
final class Services implements AutoCloseable {
  /** The gateway gives up sooner, and says so. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private final Calls calls = new Calls();

  /** What would follow, as far as the gateway could answer. */
  Reply ask(URI gateway, Question question) {
    byte[] body = JSON.writeValueAsBytes(question.body());
    return read(
        send(
            HttpRequest.newBuilder(URI.create(gateway + "/graphql"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))),
        Reply.class);
  }

  /** The names of all sources that ingestion-service knows. */
  List<String> sources(URI ingestion) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(ingestion + "/api/sources")).GET();
    return Objects.requireNonNullElse(
            read(send(request), KnownSources.class).sources(), List.<KnownSource>of())
        .stream()
        .map(KnownSource::source)
        .toList();
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) {
    return calls.send(request.timeout(LONGEST).build());
  }

  private static <T> T read(HttpResponse<byte[]> response, Class<T> type) {
    if (response.statusCode() >= 500) {
      throw new CommandFailed(
          response.uri() + " answered " + response.statusCode() + ": " + text(response));
    }
    try {
      T answer = JSON.readValue(response.body(), type);
      if (answer != null) {
        return answer;
      }
    } catch (JacksonException e) {
      throw new CommandFailed(
          response.uri() + " answered what cannot be read: " + text(response), e);
    }
    throw new CommandFailed(response.uri() + " answered nothing.");
  }

  private static String text(HttpResponse<byte[]> response) {
    String text = new String(response.body(), StandardCharsets.UTF_8).strip();
    return text.length() <= 300 ? text : text.substring(0, 300) + "…";
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
