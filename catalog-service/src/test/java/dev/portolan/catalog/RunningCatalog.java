package dev.portolan.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.events.EntityChanged;
import dev.portolan.stack.junit.LocalServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on real servers, with a topic and a group of its own. */
public final class RunningCatalog implements AutoCloseable {
  public static final int PARTITIONS = 4;

  /** What the entities' topic takes, in bytes. */
  private static final int LARGEST_RECORD = 8 * 1024 * 1024;

  /** Who asks about the past is to be told that nobody is there. */
  private static final String NOBODY = "http://127.0.0.1:9";

  private static final JsonMapper JSON = JsonMapper.shared();

  static {
    // A busy machine is slow, and what has come true after a minute is true.
    Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
  }

  private final String[] arguments;
  private final KafkaProducer<byte[], byte[]> producer;
  private final HttpClient http = HttpClient.newHttpClient();
  private final String topic;
  private final String kafka;
  private final List<Future<?>> sent = new ArrayList<>();
  private ConfigurableApplicationContext context;

  private RunningCatalog(String[] arguments, String kafka, String topic) {
    this.arguments = arguments;
    this.context = SpringApplication.run(CatalogService.class, arguments);
    this.kafka = kafka;
    this.topic = topic;
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka, "max.request.size", LARGEST_RECORD),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Starts it before its topic exists, as when it is the first of all services to come up. */
  public static RunningCatalog start(LocalServers servers, String neo4jUri) {
    return start(servers, servers.kafka(), neo4jUri);
  }

  /** Starts it on a Kafka and a Neo4j that it finds, or does not, at those addresses. */
  public static RunningCatalog start(LocalServers servers, String kafka, String neo4jUri) {
    return start(servers, kafka, neo4jUri, NOBODY);
  }

  /** Starts it with somebody at that address who tells the past. */
  public static RunningCatalog start(
      LocalServers servers, String kafka, String neo4jUri, String history) {
    return start(servers, kafka, neo4jUri, history, List.of());
  }

  /** Starts it where nobody asks anything while it is rebuilt, so that this takes a second. */
  static RunningCatalog startUnasked(LocalServers servers) {
    return startUnasked(servers, NOBODY);
  }

  /** The same, with somebody at that address who tells the past. */
  static RunningCatalog startUnasked(LocalServers servers, String history) {
    return start(
        servers,
        servers.kafka(),
        servers.neo4jUri(),
        history,
        List.of("--portolan.rebuild.grace=1s"));
  }

  private static RunningCatalog start(
      LocalServers servers, String kafka, String neo4jUri, String history, List<String> more) {
    String topic = servers.newTopicName("entities");
    List<String> arguments = new ArrayList<>(more);
    arguments.addAll(
        List.of(
            "--PORTOLAN_INGESTION_URL=" + history,
            "--PORTOLAN_CATALOG_PORT=0",
            "--PORTOLAN_KAFKA=" + kafka,
            "--PORTOLAN_ENTITIES_TOPIC=" + topic,
            "--PORTOLAN_CATALOG_GROUP=" + topic,
            "--PORTOLAN_NEO4J_URI=" + neo4jUri,
            "--PORTOLAN_NEO4J_USER=" + servers.neo4jUser(),
            "--PORTOLAN_NEO4J_PASSWORD=" + servers.neo4jPassword(),
            "--management.tracing.sampling.probability=1"));
    RunningCatalog catalog =
        new RunningCatalog(arguments.toArray(String[]::new), servers.kafka(), topic);
    catalog.makeTopic();
    return catalog;
  }

  public String topic() {
    return topic;
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public void say(EntityChanged... changes) {
    for (EntityChanged change : changes) {
      say(change.ref().toString(), EntityFixtures.json(change), Map.of());
    }
  }

  public void say(String key, byte @Nullable [] value, Map<String, String> headers) {
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key.getBytes(UTF_8), value);
    headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    sent.add(producer.send(record));
  }

  /** Ends the service; it goes on with {@link #startAgain}, as the same member of the group. */
  public void stop() {
    context.close();
  }

  public void startAgain() {
    context = SpringApplication.run(CatalogService.class, arguments);
  }

  /** Waits until everything that was said has been applied. */
  public void hasCaughtUp() {
    producer.flush();
    assertThat(sent).allMatch(one -> one.state() == Future.State.SUCCESS);
    sent.clear();
    await("the reader has caught up")
        .atMost(Duration.ofMinutes(2))
        .until(() -> get("/api/lag").path("records").asLong(-1) == 0);
  }

  public JsonNode get(String path) {
    return send(request(path).GET().build());
  }

  /** The answer as it is. */
  public String text(String path) {
    return raw(request(path).GET().build());
  }

  public JsonNode post(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  @Override
  public void close() {
    context.close();
    producer.close();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
      admin.deleteTopics(List.of(topic));
    }
  }

  private void makeTopic() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
      NewTopic entities =
          new NewTopic(topic, PARTITIONS, (short) 1)
              .configs(Map.of("max.message.bytes", Integer.toString(LARGEST_RECORD)));
      admin.createTopics(List.of(entities)).all().get();
      await("every partition has a leader").until(() -> hasLeaders(admin));
    } catch (ExecutionException e) {
      throw new IllegalStateException("Could not make " + topic, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The broker says that the topic is made before anybody could read it. */
  private boolean hasLeaders(Admin admin) throws InterruptedException {
    try {
      List<TopicPartitionInfo> partitions =
          admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
              .flatMap(one -> one.partitions().stream())
              .toList();
      return partitions.size() == PARTITIONS
          && partitions.stream().allMatch(partition -> partition.leader() != null);
    } catch (ExecutionException e) {
      return false;
    }
  }

  private HttpRequest.Builder request(String path) {
    String port = context.getEnvironment().getProperty("local.server.port");
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private JsonNode send(HttpRequest request) {
    return JSON.readTree(raw(request));
  }

  private String raw(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new IllegalStateException("No answer to " + request, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
