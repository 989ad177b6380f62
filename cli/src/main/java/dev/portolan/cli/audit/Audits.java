package dev.portolan.cli.audit;

import dev.portolan.cli.CommandFailed;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** Asks readers to audit themselves. */
final class Audits implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Longer than a reader itself allows. */
  private static final Duration LONGEST = Duration.ofMinutes(40);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  Audit of(URI audit) {
    HttpRequest request =
        HttpRequest.newBuilder(audit).POST(BodyPublishers.noBody()).timeout(LONGEST).build();
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      return switch (response.statusCode()) {
        case 200 -> JSON.readValue(response.body(), Audit.class);
        case 409 -> throw new CommandFailed(audit + " is busy with a rebuild or another audit");
        default ->
            throw new CommandFailed(
                audit + " answered " + response.statusCode() + ". See: ./portolan status");
      };
    } catch (ConnectException e) {
      throw new CommandFailed("Nobody listens at " + audit + ". Start it with: ./portolan up", e);
    } catch (IOException e) {
      throw new CommandFailed(
          audit + " does not answer: " + e.getMessage() + ". See: ./portolan status", e);
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
