package dev.portolan.cli.caughtup;

import dev.portolan.cli.CommandFailed;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** Asks services how far they are behind. */
final class Backlogs implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  Backlog of(URI service) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(service + "/api/lag"))
            .timeout(Duration.ofSeconds(30))
            .build();
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new CommandFailed(
            request.uri() + " answered " + response.statusCode() + ". See: ./portolan status");
      }
      return JSON.readValue(response.body(), Backlog.class);
    } catch (ConnectException e) {
      throw new CommandFailed("Nobody listens at " + service + ". Start it with: ./portolan up", e);
    } catch (IOException e) {
      throw new CommandFailed(
          service + " does not answer: " + e.getMessage() + ". See: ./portolan status", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailed("Interrupted.", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
