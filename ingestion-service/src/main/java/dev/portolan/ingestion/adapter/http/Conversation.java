package dev.portolan.ingestion.adapter.http;

import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import dev.portolan.ingestion.adapter.mapping.ItemJson;
import dev.portolan.ingestion.adapter.network.Secrets;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Asks one server, and no other: what is sent may carry a secret.
 *
 * <p>Waits when the server asks for it, within bounds, and takes no answer that is too large or too
 * slow.
 */
final class Conversation {
  private static final JsonMapper JSON = ItemJson.mapper(HttpLimits.PAGE_BYTES);

  /** Some servers have a name of their own for their JSON, such as SCIM and JSON:API. */
  private static final String ACCEPTED = "application/json, */*;q=0.5";

  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  private final HttpClient client;
  private final HttpSettings settings;
  private final Secrets secrets;
  private final HttpSource source;
  private final Instant end;

  Conversation(HttpClient client, HttpSettings settings, Secrets secrets, HttpSource source) {
    this.client = client;
    this.settings = settings;
    this.secrets = secrets;
    this.source = source;
    this.end = settings.clock().instant().plus(settings.reading());
  }

  /**
   * Asks.
   *
   * @param tag of an answer that is known; null when none is
   * @throws HttpFault when there is no answer that can be used, with a sentence for people
   */
  Answer ask(Call call, @Nullable String tag) throws HttpFault {
    Call at = call;
    int redirects = 0;
    int waits = 0;
    while (true) {
      HttpResponse<byte[]> response = send(at, tag);
      int status = response.statusCode();
      if (status == OK) {
        return new Answer(at.url(), response.headers(), parsed(response));
      }
      if (status == NOT_MODIFIED && tag != null) {
        return new Answer(at.url(), response.headers(), MissingNode.getInstance());
      }
      Optional<Call> location = location(at, response);
      if (location.isPresent()) {
        if (++redirects > HttpLimits.REDIRECTS) {
          throw new HttpFault("the server redirects again and again");
        }
        at = location.get();
        continue;
      }
      Duration wait = wait(response, waits++);
      try {
        settings.pause().pause(wait);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new HttpFault("the service is being stopped");
      }
    }
  }

  private HttpResponse<byte[]> send(Call call, @Nullable String tag) throws HttpFault {
    checkTime();
    try {
      // Before every request: a name can come to mean another host.
      HttpSourceCheck.reachable(settings.hosts(), call.url());
      HttpRequest.Builder request = call.request().header("Accept", ACCEPTED);
      if (tag != null) {
        request.header("If-None-Match", tag);
      }
      source.authentication().ifPresent(authentication -> authentication.sign(request, secrets));
      return finished(
          client.sendAsync(
              request.build(),
              BodyHandlers.limiting(BodyHandlers.ofByteArray(), HttpLimits.PAGE_BYTES)));
    } catch (InvalidConfigurationException e) {
      throw new HttpFault(String.valueOf(e.getMessage()));
    }
  }

  /** Waits for the last byte: a server that trickles keeps no deadline of the client's own. */
  private HttpResponse<byte[]> finished(CompletableFuture<HttpResponse<byte[]>> sent)
      throws HttpFault {
    try {
      return sent.get(settings.answer().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new HttpFault(
          "the server did not end its answer within %d s".formatted(settings.answer().toSeconds()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HttpFault("the service is being stopped");
    } catch (ExecutionException e) {
      throw new HttpFault(reason(e.getCause()));
    } finally {
      sent.cancel(true);
    }
  }

  private static String reason(@Nullable Throwable cause) {
    return switch (cause) {
      case HttpTimeoutException _ -> "the server did not answer in time";
      case ConnectException _ -> "the server cannot be reached";
      case IOException io when String.valueOf(io.getMessage()).contains("body exceeds capacity") ->
          "the answer has more than %,d bytes: ask for smaller pages"
              .formatted(HttpLimits.PAGE_BYTES);
      case null, default -> "the answer breaks off: " + (cause == null ? "" : cause.getMessage());
    };
  }

  private JsonNode parsed(HttpResponse<byte[]> response) throws HttpFault {
    try {
      JsonNode body = JSON.readTree(response.body());
      if (!body.isMissingNode()) {
        return body;
      }
    } catch (JacksonException e) {
      // Said below, without the text, which may be anything.
    }
    String type = response.headers().firstValue("Content-Type").orElse("of no type");
    throw new HttpFault(
        type.contains("html")
            ? "the answer is a page for people and no JSON, as where one has to log in"
            : "the answer is no JSON, or breaks off (%s, %,d bytes)"
                .formatted(type, response.body().length));
  }

  private static boolean redirects(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  private Optional<Call> location(Call from, HttpResponse<byte[]> response) throws HttpFault {
    if (!redirects(response.statusCode())) {
      return Optional.empty();
    }
    if (from instanceof Call.Query) {
      throw new HttpFault(
          "the server redirects, which a query does not follow: make that the url of the source");
    }
    try {
      URI to = from.url().resolve(response.headers().firstValue("Location").orElse(""));
      checkSameHost(to, "redirects to");
      return Optional.of(new Call.Get(to));
    } catch (IllegalArgumentException e) {
      throw new HttpFault("the server redirects to no address");
    }
  }

  /** Refuses an address that the server names and that is on another host. */
  void checkSameHost(URI to, String how) throws HttpFault {
    if (to.getHost() == null || to.getScheme() == null || !Urls.sameHost(source.url(), to)) {
      throw new HttpFault(
          "the server %s %s://%s, which is not followed: if that is right, make it the url of the source"
              .formatted(how, to.getScheme(), to.getAuthority()));
    }
  }

  private Duration wait(HttpResponse<byte[]> response, int before) throws HttpFault {
    int status = response.statusCode();
    Duration wait =
        RetryAfter.of(status, response.headers(), before, settings.clock().instant())
            .orElseThrow(() -> new HttpFault("the server answers " + status));
    if (before >= HttpLimits.WAITS) {
      throw new HttpFault("the server answers %d again and again".formatted(status));
    }
    if (wait.compareTo(HttpLimits.LONGEST_WAIT) > 0) {
      throw new HttpFault(
          "the server answers %d and asks to wait for %d s, which is too long for one reading"
              .formatted(status, wait.toSeconds()));
    }
    return wait;
  }

  private void checkTime() throws HttpFault {
    if (settings.clock().instant().isAfter(end)) {
      throw new HttpFault(
          "the reading takes more than %d min altogether"
              .formatted(settings.reading().toMinutes()));
    }
  }
}
