package dev.portolan.ingestion;

import static org.awaitility.Awaitility.await;

import dev.portolan.stack.junit.LocalServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on real servers, with a database and a topic of its own. */
public final class RunningIngestion implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final JsonMapper JSON = JsonMapper.shared();

  static {
    // A busy machine is slow, and what has come true after a minute is true.
    Awaitility.setDefaultTimeout(PATIENCE);
  }

  private final LocalServers servers;
  private final String database;
  private final String topic;
  private final String factsTopic;
  private final List<String> settings;
  private final HttpClient http = HttpClient.newHttpClient();
  private ConfigurableApplicationContext context;

  /** An answer; the body is missing when there is none. */
  public record Reply(int status, Map<String, List<String>> headers, JsonNode body) {}

  private RunningIngestion(LocalServers servers, List<String> more) {
    this.servers = servers;
    this.database = servers.newDatabase("ingestion");
    this.topic = servers.newTopicName("entities");
    this.factsTopic = servers.newTopicName("facts");
    this.settings = new ArrayList<>(settings(servers));
    settings.addAll(more);
    this.context = run();
  }

  /**
   * Starts it.
   *
   * @param more settings, such as {@code --portolan.adapters.folders=/tmp}
   */
  public static RunningIngestion start(LocalServers servers, String... more) {
    return new RunningIngestion(servers, List.of(more));
  }

  /** Stops it in good order and starts it again on the same data. */
  public void restart() {
    restart(() -> {});
  }

  /** Stops it in good order and starts it again on the same data, with something in between. */
  public void restart(Runnable meanwhile) {
    context.close();
    meanwhile.run();
    context = run();
  }

  public Reply get(String path) {
    return send(request(path).GET());
  }

  /** An answer that is no JSON. */
  public String text(String path) {
    return exchange(request(path).GET(), HttpResponse.BodyHandlers.ofString()).body();
  }

  /** An answer in JSON Lines, however long it takes; closing it leaves the rest unread. */
  public Stream<JsonNode> lines(String path) {
    HttpResponse<Stream<String>> response =
        exchange(request(path).GET(), HttpResponse.BodyHandlers.ofLines());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(path + " answers " + response.statusCode());
    }
    return response.body().map(JSON::readTree);
  }

  public Reply post(String path) {
    return send(request(path).POST(BodyPublishers.noBody()));
  }

  public Reply post(String path, String body) {
    return send(request(path).POST(BodyPublishers.ofString(body)));
  }

  public Reply post(String path, BodyPublisher body) {
    return send(request(path).POST(body));
  }

  public Reply post(String path, String mediaType, byte[] body) {
    return send(
        request(path).header("Content-Type", mediaType).POST(BodyPublishers.ofByteArray(body)));
  }

  public Reply post(String path, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder request = request(path).POST(BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return send(request);
  }

  public Reply put(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json)));
  }

  public Reply delete(String path) {
    return send(request(path).DELETE());
  }

  /** Everything on the topic that was committed before, in order per key. */
  public List<ConsumerRecord<String, String>> records() {
    awaitKafka();
    return EntityRecords.all(servers.kafka(), topic);
  }

  /** The same of the topic of facts, those records whose key begins so. */
  public List<ConsumerRecord<String, String>> factRecords(String keys) {
    awaitKafka();
    return EntityRecords.all(servers.kafka(), factsTopic).stream()
        .filter(record -> record.key().startsWith(keys))
        .toList();
  }

  private void awaitKafka() {
    await("the outbox is carried to Kafka")
        .atMost(PATIENCE)
        .until(() -> get("/api/lag").body().path("records").asLong(-1) == 0);
  }

  /** Those of the topic's records whose key begins so. */
  public List<ConsumerRecord<String, String>> records(String keys) {
    return records().stream().filter(record -> record.key().startsWith(keys)).toList();
  }

  public JdbcClient database() {
    return context.getBean(JdbcClient.class);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /** Stops it and gives its replication slot back: the server has but a few. */
  @Override
  public void close() {
    context.close();
    JdbcClient server =
        JdbcClient.create(
            new DriverManagerDataSource(
                url(servers, database), servers.postgresUser(), servers.postgresPassword()));
    await("the slot is free")
        .atMost(PATIENCE)
        .until(
            () ->
                server
                    .sql(
                        "select coalesce(not bool_or(active), true) from pg_replication_slots where database = ?")
                    .param(database)
                    .query(Boolean.class)
                    .single());
    server
        .sql(
            "select pg_drop_replication_slot(slot_name) from pg_replication_slots where database = ?")
        .param(database)
        .query()
        .listOfRows();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.kafka()))) {
      admin.deleteTopics(List.of(topic, factsTopic));
    }
  }

  private ConfigurableApplicationContext run() {
    return SpringApplication.run(IngestionService.class, settings.toArray(String[]::new));
  }

  private List<String> settings(LocalServers servers) {
    return List.of(
        "--PORTOLAN_INGESTION_PORT=0",
        "--PORTOLAN_KAFKA=" + servers.kafka(),
        "--PORTOLAN_ENTITIES_TOPIC=" + topic,
        "--PORTOLAN_FACTS_TOPIC=" + factsTopic,
        "--PORTOLAN_POSTGRES_HOST=" + servers.postgresHost(),
        "--PORTOLAN_POSTGRES_PORT=" + servers.postgresPort(),
        "--PORTOLAN_POSTGRES_USER=" + servers.postgresUser(),
        "--PORTOLAN_POSTGRES_PASSWORD=" + servers.postgresPassword(),
        "--PORTOLAN_INGESTION_DATABASE=" + database,
        "--portolan.schedule.tick=100ms",
        "--portolan.topic.partitions=3",
        "--portolan.facts.partitions=3");
  }

  private static String url(LocalServers servers, String database) {
    return "jdbc:postgresql://%s:%d/%s"
        .formatted(servers.postgresHost(), servers.postgresPort(), database);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
  }

  private Reply send(HttpRequest.Builder request) {
    HttpResponse<String> response = exchange(request, HttpResponse.BodyHandlers.ofString());
    return new Reply(
        response.statusCode(), response.headers().map(), JSON.readTree(response.body()));
  }

  private <T> HttpResponse<T> exchange(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request.build(), handler);
    } catch (IOException e) {
      throw new IllegalStateException("No answer to " + request.build(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
