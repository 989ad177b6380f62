package dev.portolan.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.portolan.events.EntityChanged;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells the past as ingestion-service does: lines, of which the last says that it is the last. */
final class TestingHistory implements AutoCloseable {
  private final HttpServer server;
  private volatile String answer = "";
  private volatile int status = 200;
  final List<String> asked = new CopyOnWriteArrayList<>();

  TestingHistory() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/api/history/states", this::tell);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What those were, and of which there were none yet. */
  void knows(List<EntityChanged> states, String... notYet) {
    StringBuilder lines = new StringBuilder();
    states.forEach(
        state -> lines.append(new String(EntityFixtures.json(state), UTF_8)).append('\n'));
    for (String ref : notYet) {
      lines.append("{\"ref\":\"%s\",\"version\":0}\n".formatted(ref));
    }
    answer = lines + "{\"end\":true,\"count\":" + (states.size() + notYet.length) + "}\n";
    status = 200;
  }

  void answers(int status, String body) {
    this.answer = body;
    this.status = status;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void tell(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestURI().getQuery());
    byte[] body = answer.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
