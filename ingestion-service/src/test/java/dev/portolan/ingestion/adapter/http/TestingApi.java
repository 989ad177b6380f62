package dev.portolan.ingestion.adapter.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;

/** An API on loopback that answers as a test tells it, and remembers what it was asked. */
public final class TestingApi implements AutoCloseable {
  private final HttpServer server;
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final List<Headers> headers = Collections.synchronizedList(new ArrayList<>());
  private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
  private volatile Behaviour behaviour = Request::notFound;

  /** What the API does with a request. */
  @FunctionalInterface
  public interface Behaviour {
    void answer(Request request) throws IOException;
  }

  /** One request, and the ways to answer it. */
  public record Request(HttpExchange exchange, int number) {
    /** The path with its query. */
    public String target() {
      return exchange.getRequestURI().toString();
    }

    public String header(String name) {
      return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    public Request with(String header, String value) {
      exchange.getResponseHeaders().set(header, value);
      return this;
    }

    public void json(String body) throws IOException {
      with("Content-Type", "application/json").answer(200, body);
    }

    public void answer(int status, String body) throws IOException {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    }

    public void notFound() throws IOException {
      answer(404, "");
    }

    /** A body of unknown length, to be written for as long as the client reads. */
    public OutputStream endless() throws IOException {
      exchange.sendResponseHeaders(200, 0);
      return exchange.getResponseBody();
    }
  }

  private TestingApi() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  public static TestingApi start() {
    return new TestingApi();
  }

  /** From now on it does this. */
  public void does(Behaviour next) {
    behaviour = next;
  }

  public String url(String target) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + target;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** The paths with their queries that were asked for, in order. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** The headers of the last request. */
  public Headers headers() {
    return headers.getLast();
  }

  /** What was sent with each request, in order; empty where nothing was. */
  public List<String> bodies() {
    return List.copyOf(bodies);
  }

  private void handle(HttpExchange exchange) throws IOException {
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    asked.add(exchange.getRequestURI().toString());
    headers.add(exchange.getRequestHeaders());
    behaviour.answer(new Request(exchange, asked.size()));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
