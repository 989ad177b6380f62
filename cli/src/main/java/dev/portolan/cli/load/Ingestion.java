package dev.portolan.cli.load;

import dev.portolan.cli.CommandFailed;
import dev.portolan.cli.descriptors.Archive;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The push API of ingestion-service, for one source. */
final class Ingestion implements AutoCloseable {
  /** A body of 64 MB is answered when all of it is committed. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI service;
  private final String source;

  Ingestion(URI service, String source) {
    this.service = service;
    this.source = URLEncoder.encode(source, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * Begins a sync that takes several requests, and answers its id.
   *
   * @param full whether what it does not name is gone
   */
  String begin(boolean full) {
    String query = "?mode=" + (full ? "full" : "delta");
    return readTaken(post(request("/syncs" + query)), Begun.class).sync();
  }

  /** Sends what one file says; a part of that sync. */
  Answer send(String sync, Supplier<InputStream> content) {
    return read(post(part(sync).POST(BodyPublishers.ofInputStream(content))), Answer.class);
  }

  /** Sends several files; a part of that sync. */
  Answer send(String sync, Archive archive) {
    return read(
        post(part(sync).header("Content-Type", Archive.MEDIA_TYPE).POST(archive.body())),
        Answer.class);
  }

  /** Ends a sync: what a full one did not name is retracted, or held. */
  Answer complete(String sync) {
    return readTaken(post(request("/syncs/" + sync + "/complete")), Answer.class);
  }

  private HttpRequest.Builder part(String sync) {
    return request("/entities?sync=" + sync);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(service + "/api/sources/" + source + path))
        .timeout(LONGEST)
        .POST(BodyPublishers.noBody());
  }

  private HttpResponse<byte[]> post(HttpRequest.Builder prepared) {
    HttpRequest request = prepared.build();
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (ConnectException e) {
      throw new CommandFailed(
          "ingestion-service does not answer at " + service + ". Start it with: ./portolan up", e);
    } catch (IOException e) {
      throw new CommandFailed(
          request.uri()
              + " broke off: "
              + e.getMessage()
              + ". What was answered for is kept; load again.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailed("Interrupted; load again to send the rest.", e);
    }
  }

  /** For requests without documents: a refusal says nothing of any, and ends the load. */
  private <T> T readTaken(HttpResponse<byte[]> response, Class<T> type) {
    if (response.statusCode() >= 400) {
      String detail = read(response, Answer.class).detail();
      throw new CommandFailed(detail == null ? response.uri() + ": " + text(response) : detail);
    }
    return read(response, type);
  }

  private <T> T read(HttpResponse<byte[]> response, Class<T> type) {
    if (response.statusCode() >= 500) {
      throw new CommandFailed(
          response.uri() + " answered " + response.statusCode() + ": " + text(response));
    }
    try {
      return JSON.readValue(response.body(), type);
    } catch (JacksonException e) {
      throw new CommandFailed(response.uri() + " answered what is no JSON: " + text(response), e);
    }
  }

  private static String text(HttpResponse<byte[]> response) {
    String text = new String(response.body(), StandardCharsets.UTF_8).strip();
    return text.length() <= 300 ? text : text.substring(0, 300) + "…";
  }

  @Override
  public void close() {
    http.close();
  }

  private record Begun(String sync) {}
}
