package dev.portolan.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.portolan.gateway.service.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The four services, played: each answers what a test tells it, and remembers what it was asked.
 *
 * <pre>{@code
 * services.answer(CATALOG, "POST /api/entities/batch", body -> """
 *     {"entities": []}""");
 * }</pre>
 */
final class TestingServices implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Map<Service, HttpServer> servers = new ConcurrentHashMap<>();
  private final Map<String, Function<Question, Answer>> answers = new ConcurrentHashMap<>();
  private final List<Question> asked = new CopyOnWriteArrayList<>();
  private final Set<Service> away = ConcurrentHashMap.newKeySet();
  private final Map<Service, CountDownLatch> slow = new ConcurrentHashMap<>();
  private final Map<Service, CountDownLatch> dripping = new ConcurrentHashMap<>();
  private final Set<Service> hungUpOn = ConcurrentHashMap.newKeySet();

  /** What a service was asked. */
  record Question(
      Service service,
      String what,
      String query,
      JsonNode body,
      Map<String, List<String>> headers) {
    String header(String name) {
      return String.join(", ", headers.getOrDefault(name, List.of()));
    }
  }

  /** What it answers. */
  record Answer(int status, String body, String contentType) {
    Answer(int status, String body) {
      this(status, body, "application/json");
    }

    static Answer problem(int status, String detail) {
      return new Answer(
          status, JSON.writeValueAsString(Map.of("status", status, "detail", detail)));
    }
  }

  TestingServices() {
    for (Service service : Service.values()) {
      servers.put(service, start(service));
    }
  }

  private HttpServer start(Service service) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", exchange -> handle(service, exchange));
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void handle(Service service, HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      String what = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      String query = String.valueOf(exchange.getRequestURI().getQuery());
      Question question =
          new Question(
              service,
              what,
              query,
              isJson(exchange) ? JSON.readTree(body.isEmpty() ? "null" : body) : asText(body),
              Map.copyOf(exchange.getRequestHeaders()));
      asked.add(question);
      if (away.contains(service)) {
        return; // Closes the connection without an answer, as a process does that has gone.
      }
      waitIfSlow(service);
      CountDownLatch end = dripping.get(service);
      if (end != null) {
        drip(service, exchange, end);
        return;
      }
      Answer answer =
          answers
              .getOrDefault(key(service, what), q -> Answer.problem(404, what + " is not played"))
              .apply(question);
      byte[] bytes = answer.body().getBytes(UTF_8);
      exchange
          .getResponseHeaders()
          .add(
              "Content-Type",
              answer.status() < 400 ? answer.contentType() : "application/problem+json");
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static boolean isJson(HttpExchange exchange) {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    return type == null || type.startsWith("application/json");
  }

  private static JsonNode asText(String body) {
    return JSON.getNodeFactory().stringNode(body);
  }

  /** A blank now and then, which JSON allows before an answer that never comes. */
  private void drip(Service service, HttpExchange exchange, CountDownLatch end) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    try {
      while (!end.await(50, MILLISECONDS)) {
        exchange.getResponseBody().write(' ');
        exchange.getResponseBody().flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      hungUpOn.add(service);
      throw e;
    }
  }

  private void waitIfSlow(Service service) {
    CountDownLatch latch = slow.get(service);
    if (latch != null) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Lets services answer nothing any more. */
  void away(Service... services) {
    away.addAll(Set.of(services));
  }

  /** Lets a service answer only when it is {@link #back}. */
  void slow(Service service) {
    slow.put(service, new CountDownLatch(1));
  }

  /** Lets a service begin answers and never end them, until it is {@link #back}. */
  void dripping(Service service) {
    dripping.put(service, new CountDownLatch(1));
  }

  /** Whether the caller gave up an answer that dripped, and said so by closing the connection. */
  boolean isHungUpOn(Service service) {
    return hungUpOn.contains(service);
  }

  /** Lets a service answer again. */
  void back(Service service) {
    away.remove(service);
    Stream.of(slow.remove(service), dripping.remove(service))
        .filter(Objects::nonNull)
        .forEach(CountDownLatch::countDown);
  }

  String url(Service service) {
    return "http://127.0.0.1:" + server(service).getAddress().getPort();
  }

  private HttpServer server(Service service) {
    return Objects.requireNonNull(servers.get(service));
  }

  /** Plays an answer of status 200. */
  void answer(Service service, String what, Function<JsonNode, String> answer) {
    play(service, what, question -> new Answer(200, answer.apply(question.body())));
  }

  /** Plays any answer. */
  void play(Service service, String what, Function<Question, Answer> answer) {
    answers.put(key(service, what), answer);
  }

  /** Everything that was asked since the last {@link #forget}. */
  List<Question> asked() {
    return List.copyOf(asked);
  }

  List<String> askedWhat() {
    return asked.stream().map(q -> q.service().label() + " " + q.what()).toList();
  }

  /** What one endpoint was asked last. */
  JsonNode lastBody(Service service, String what) {
    return asked.stream()
        .filter(q -> q.service() == service && q.what().equals(what))
        .reduce((first, second) -> second)
        .orElseThrow(() -> new AssertionError(service + " was never asked " + what))
        .body();
  }

  void forget() {
    for (Service service : Service.values()) {
      back(service);
    }
    asked.clear();
    answers.clear();
  }

  @Override
  public void close() {
    servers.values().forEach(server -> server.stop(0));
  }

  private static String key(Service service, String what) {
    return service + " " + what;
  }
}
