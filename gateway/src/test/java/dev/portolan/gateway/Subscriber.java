package dev.portolan.gateway;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who subscribes over WebSocket, by the protocol graphql-transport-ws. */
final class Subscriber implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final WebSocket socket;

  Subscriber(String gateway, String document, @Nullable String after) {
    socket =
        http.newWebSocketBuilder()
            .subprotocols("graphql-transport-ws")
            .buildAsync(URI.create(gateway.replace("http:", "ws:") + "/graphql"), new Listener())
            .join();
    send(Map.of("type", "connection_init"));
    Map<String, ?> variables = after == null ? Map.of() : Map.of("after", after);
    send(
        Map.of(
            "type",
            "subscribe",
            "id",
            "1",
            "payload",
            Map.of("query", document, "variables", variables)));
  }

  private void send(Map<String, ?> message) {
    socket.sendText(JSON.writeValueAsString(message), true).join();
  }

  /** The next message that is no part of the greeting. */
  JsonNode next() {
    try {
      JsonNode message = messages.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("No message within " + PATIENCE);
      }
      return message;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A message, if there is one by now. */
  Optional<JsonNode> peek() {
    return Optional.ofNullable(messages.poll());
  }

  /** The next change. */
  JsonNode change() {
    JsonNode message = next();
    JsonNode change = message.at("/payload/data/entityChanged");
    if (change.isMissingNode()) {
      throw new AssertionError("No change: " + message);
    }
    return change;
  }

  List<JsonNode> changes(int count) {
    return java.util.stream.Stream.generate(this::change).limit(count).toList();
  }

  /** Goes without a word, as a laptop does that is shut. */
  void vanish() {
    socket.abort();
  }

  @Override
  public void close() {
    socket.abort();
    http.shutdownNow();
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        JsonNode message = JSON.readTree(text.toString());
        text.setLength(0);
        String type = message.get("type").asString();
        if (!type.equals("connection_ack") && !type.equals("ping") && !type.equals("pong")) {
          messages.add(message);
        }
      }
      socket.request(1);
      return null;
    }
  }
}
