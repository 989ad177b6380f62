package dev.portolan.cli.caughtup;

import dev.portolan.cli.Calls;
import dev.portolan.cli.CommandFailed;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** Asks services how far they are behind. */
final class Backlogs implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Calls calls = new Calls();

  Backlog of(URI service) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(service + "/api/lag"))
            .timeout(Duration.ofSeconds(30))
            .build();
    HttpResponse<byte[]> response = calls.send(request);
    if (response.statusCode() != 200) {
      throw new CommandFailed(
          request.uri() + " answered " + response.statusCode() + ". See: ./portolan status");
    }
    return JSON.readValue(response.body(), Backlog.class);
  }

  @Override
  public void close() {
    calls.close();
  }
}
