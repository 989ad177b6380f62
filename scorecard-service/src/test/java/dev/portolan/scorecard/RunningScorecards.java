package dev.portolan.scorecard;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.portolan.events.EntityChanged;
import dev.portolan.events.FactChanged;
import dev.portolan.events.Topics;
import dev.portolan.outbox.Outbox;
import dev.portolan.stack.junit.LocalServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The service as it is run, with topics, a group and a database of its own. */
public final class RunningScorecards implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PARTITIONS = 3;
  private static final int LARGEST_RECORD = 8_388_608;

  static {
    // A busy machine is slow, and what has come true after a minute is true.
    Awaitility.setDefaultTimeout(PATIENCE);
  }

  private final HttpClient http = HttpClient.newHttpClient();
  private final LocalServers servers;
  private final String topic;
  private final String factsTopic;
  private final String resultsTopic;
  private final String remindersTopic;
  private final String database;
  private final Producer<byte[], byte[]> producer;
  private @Nullable ServletWebServerApplicationContext service;

  private RunningScorecards(LocalServers servers) {
    this.servers = servers;
    this.topic = servers.newTopicName("entities");
    this.factsTopic = servers.newTopicName("facts");
    this.remindersTopic = servers.newTopicName("reminders");
    this.resultsTopic = servers.newTopicName("results");
    this.database = servers.newDatabase("scorecard");
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers.kafka(), "max.request.size", LARGEST_RECORD),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.kafka()))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(topic, PARTITIONS, (short) 1)
                      .configs(Map.of("max.message.bytes", Integer.toString(LARGEST_RECORD))),
                  new NewTopic(factsTopic, PARTITIONS, (short) 1)))
          .all()
          .toCompletionStage()
          .toCompletableFuture()
          .join();
    }
  }

  /** Topics and a database, and no service yet. */
  public static RunningScorecards prepared(LocalServers servers) {
    return new RunningScorecards(servers);
  }

  public static RunningScorecards started(LocalServers servers) {
    return prepared(servers).start();
  }

  public RunningScorecards start() {
    service =
        (ServletWebServerApplicationContext)
            SpringApplication.run(
                ScorecardService.class,
                "--server.port=0",
                "--portolan.intake.topic=" + topic,
                "--portolan.intake.group=" + topic,
                "--portolan.intake.facts-topic=" + factsTopic,
                "--portolan.reminders.topic=" + remindersTopic,
                "--portolan.results.topic=" + resultsTopic,
                "--portolan.outbox.kafka=" + servers.kafka(),
                "--spring.kafka.bootstrap-servers=" + servers.kafka(),
                "--spring.datasource.url=" + url(),
                "--spring.datasource.username=" + servers.postgresUser(),
                "--spring.datasource.password=" + servers.postgresPassword());
    return this;
  }

  public void stop() {
    if (service != null) {
      service.close();
      service = null;
    }
  }

  private String url() {
    return "jdbc:postgresql://%s:%d/%s?options=-c%%20synchronous_commit=on"
        .formatted(servers.postgresHost(), servers.postgresPort(), database);
  }

  public <T> T bean(Class<T> type) {
    return Objects.requireNonNull(service, "not started").getBean(type);
  }

  /** Publishes changes as the write side does. */
  public RunningScorecards publish(EntityChanged... changes) {
    for (EntityChanged change : changes) {
      publish(change.ref().toString(), EntityFixtures.json(change));
    }
    producer.flush();
    return this;
  }

  /** Publishes changes of facts as the write side does. */
  public RunningScorecards publish(FactChanged... changes) {
    for (FactChanged change : changes) {
      var _ =
          producer.send(
              new ProducerRecord<>(
                  factsTopic,
                  change.key().getBytes(UTF_8),
                  JsonMapper.shared().writeValueAsBytes(change)));
    }
    producer.flush();
    return this;
  }

  public void publish(String key, byte @Nullable [] value) {
    publish(key, value, Map.of());
  }

  public void publish(String key, byte @Nullable [] value, Map<String, String> headers) {
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key.getBytes(UTF_8), value);
    headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    var _ = producer.send(record);
  }

  /** Waits until the service says that it has everything. */
  public RunningScorecards caughtUp() {
    producer.flush();
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptions()
        .until(() -> get("/api/lag").path("records").asInt(-1) == 0);
    return this;
  }

  /** The result of that scorecard for that entity; a missing node when there is none. */
  public JsonNode result(String scorecard, String entity) {
    return results(entity)
        .valueStream()
        .filter(result -> result.path("scorecard").asString().equals(scorecard))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  public JsonNode results(String entity) {
    HttpResponse<String> answer =
        post(
            "/api/results/batch",
            JsonMapper.shared().writeValueAsString(Map.of("refs", List.of(entity))));
    return JsonMapper.shared().readTree(answer.body()).path("results");
  }

  public HttpResponse<String> post(String path, String body) {
    return send(
        request(path)
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  public JsonNode get(String path) {
    return JsonMapper.shared().readTree(send(request(path)).body());
  }

  /** A number that Prometheus would get, by its name and labels; 0 when there is none. */
  public double metric(String name) {
    return send(request("/actuator/prometheus"))
        .body()
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  public int status(String path) {
    return send(request(path)).statusCode();
  }

  private HttpRequest.Builder request(String path) {
    int port =
        Objects.requireNonNull(Objects.requireNonNull(service, "not started").getWebServer())
            .getPort();
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What was set aside so far. */
  public List<ConsumerRecord<byte[], byte[]>> deadLetters() {
    return records(Topics.deadLetters(topic, "scorecard-service"));
  }

  /** What was published of all that was applied so far. */
  public List<ConsumerRecord<byte[], byte[]>> published() {
    Awaitility.await().atMost(PATIENCE).until(() -> bean(Outbox.class).waiting() == 0);
    return records(resultsTopic);
  }

  /** The reminders that were sent so far. */
  public List<ConsumerRecord<byte[], byte[]>> reminders() {
    return records(remindersTopic);
  }

  /** What the topic of results was made with. */
  public String resultsTopicSetting(String name) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, resultsTopic);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.kafka()))) {
      return Objects.requireNonNull(
              admin
                  .describeConfigs(List.of(resource))
                  .all()
                  .toCompletionStage()
                  .toCompletableFuture()
                  .join()
                  .get(resource))
          .get(name)
          .value();
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> records(String of) {
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers.kafka()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(of).stream()
              .map(partition -> new TopicPartition(of, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
      }
      return found;
    }
  }

  /** Gives the replication slot back: the server has but so many for all tests of a build. */
  private void dropSlot() {
    Awaitility.await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () -> {
              try (Connection connection =
                      DriverManager.getConnection(
                          url(), servers.postgresUser(), servers.postgresPassword());
                  Statement statement = connection.createStatement()) {
                return statement.execute(
                    "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots"
                        + " WHERE database = current_database()");
              }
            });
  }

  @Override
  public void close() {
    stop();
    dropSlot();
    producer.close();
    http.close();
  }
}
