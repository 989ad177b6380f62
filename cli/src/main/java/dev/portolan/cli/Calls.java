package dev.portolan.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls the services of the platform, and says in a sentence what came between. */
public final class Calls implements AutoCloseable {
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /**
   * The answer, whatever its status is.
   *
   * @throws CommandFailed when there is none
   */
  public HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (ConnectException e) {
      throw new CommandFailed(
          "Nobody answers at " + request.uri() + ". Start it with: ./portolan up", e);
    } catch (IOException e) {
      throw new CommandFailed(
          request.uri() + " broke off: " + e.getMessage() + ". See: ./portolan status", e);
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
