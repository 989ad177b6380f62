package dev.portolan.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Calls the services of the platform, and says in a sentence what came between. */
public final class Calls implements AutoCloseable {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

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

  /**
   * What the answer says, a refusal of the request included.
   *
   * @throws CommandFailed when there is none, when the service failed, or when it is no such JSON
   */
  public <T> T ask(HttpRequest request, Class<T> type) {
    HttpResponse<byte[]> response = send(request);
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
    http.close();
  }
}
