package dev.portolan.cli.scorecard;

import dev.portolan.cli.Addresses;
import dev.portolan.cli.Calls;
import dev.portolan.cli.CommandFailed;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks the gateway how an entity stands. */
final class Standards implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private static final String QUESTION =
      """
      query ($ref: ID!) { entity(ref: $ref) { ref title scorecardResults {
        scorecard { ref title levels { name rank } rules { id title level weight } }
        level points possible rules { rule status message } } } }""";

  private final Calls calls = new Calls();

  private record Answer(@Nullable Data data, @Nullable List<Problem> errors) {}

  private record Data(@Nullable Entity entity) {}

  private record Problem(String message) {}

  /**
   * How the entity stands.
   *
   * @throws CommandFailed when that cannot be told whole
   */
  Entity of(String ref) {
    URI gateway = Addresses.gateway();
    HttpResponse<byte[]> response =
        calls.send(
            HttpRequest.newBuilder(gateway.resolve("/graphql"))
                .header("Content-Type", "application/json")
                .timeout(LONGEST)
                .POST(
                    BodyPublishers.ofByteArray(
                        JSON.writeValueAsBytes(
                            Map.of("query", QUESTION, "variables", Map.of("ref", ref)))))
                .build());
    Answer answer = read(response);
    if (answer.errors() != null && !answer.errors().isEmpty()) {
      throw new CommandFailed(answer.errors().getFirst().message());
    }
    if (answer.data() == null || answer.data().entity() == null) {
      throw new CommandFailed(
          "There is no entity " + ref + "; write its reference, such as component:default/shop.");
    }
    return answer.data().entity();
  }

  private static Answer read(HttpResponse<byte[]> response) {
    try {
      return JSON.readValue(response.body(), Answer.class);
    } catch (JacksonException e) {
      throw new CommandFailed(
          response.uri() + " answered " + response.statusCode() + ". See: ./portolan status", e);
    }
  }

  @Override
  public void close() {
    calls.close();
  }
}
