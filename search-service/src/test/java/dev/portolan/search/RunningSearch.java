package dev.portolan.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.portolan.events.EntityChanged;
import dev.portolan.events.Topics;
import dev.portolan.stack.junit.LocalServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it is run, with a topic, a group and an index of its own. */
public final class RunningSearch implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PARTITIONS = 3;

  static {
    // A busy machine is slow, and what has come true after a minute is true.
    Awaitility.setDefaultTimeout(PATIENCE);
  }

  private final HttpClient http = HttpClient.newHttpClient();
  private final LocalServers servers;
  private final String elasticsearch;
  private final String topic;
  private final String index;
  private final Producer<byte[], byte[]> producer;
  private @Nullable ServletWebServerApplicationContext service;

  private RunningSearch(LocalServers servers, String elasticsearch) {
    this.servers = servers;
    this.elasticsearch = elasticsearch;
    this.topic = servers.newTopicName("entities");
    this.index = servers.newIndexName("entities");
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers.kafka(), "max.request.size", 9 << 20),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Makes the topic, as the write side does. */
  public RunningSearch makeTopic() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.kafka()))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(topic, PARTITIONS, (short) 1)
                      .configs(Map.of("max.message.bytes", Integer.toString(8 << 20)))))
          .all()
          .toCompletionStage()
          .toCompletableFuture()
          .join();
    }
    return this;
  }

  /** A topic and an index, and no service yet. */
  public static RunningSearch prepared(LocalServers servers) {
    return prepared(servers, servers.elasticsearchUrl());
  }

  /** As {@link #prepared}, but the service reaches Elasticsearch by that address. */
  public static RunningSearch prepared(LocalServers servers, String elasticsearch) {
    return new RunningSearch(servers, elasticsearch).makeTopic();
  }

  /** Not even a topic. */
  public static RunningSearch unprepared(LocalServers servers) {
    return new RunningSearch(servers, servers.elasticsearchUrl());
  }

  public static RunningSearch started(LocalServers servers) {
    return prepared(servers).start();
  }

  public RunningSearch start(String... settings) {
    List<String> arguments = new ArrayList<>(List.of(settings));
    arguments.addAll(
        List.of(
            "--server.port=0",
            "--portolan.intake.topic=" + topic,
            "--portolan.intake.group=" + topic,
            "--portolan.index.name=" + index,
            "--spring.kafka.bootstrap-servers=" + servers.kafka(),
            "--spring.elasticsearch.uris=" + elasticsearch));
    service =
        (ServletWebServerApplicationContext)
            SpringApplication.run(SearchService.class, arguments.toArray(String[]::new));
    return this;
  }

  public void stop() {
    if (service != null) {
      service.close();
      service = null;
    }
  }

  public String index() {
    return index;
  }

  /** The mark of the definition that the index was made with. */
  public String definition() {
    Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> count() == 0);
    HttpRequest.Builder mapping =
        HttpRequest.newBuilder(URI.create(elasticsearch + "/" + index + "/_mapping"));
    return JsonMapper.shared()
        .readTree(send(mapping).body())
        .findValue("_meta")
        .path("definition")
        .asString();
  }

  /** Publishes changes as the write side does. */
  public RunningSearch publish(EntityChanged... changes) {
    for (EntityChanged change : changes) {
      publish(change.ref().toString(), EntityFixtures.json(change));
    }
    producer.flush();
    return this;
  }

  public void publish(String key, byte @Nullable [] value) {
    var _ = producer.send(new ProducerRecord<>(topic, key.getBytes(UTF_8), value));
  }

  /** Waits until the service says that it has everything. */
  public RunningSearch caughtUp() {
    producer.flush();
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptions()
        .until(() -> get("/api/lag").path("records").asInt(-1) == 0);
    return this;
  }

  /** How much is found; an error where there is no index. */
  public long count() {
    return get("/api/count").required("entities").asLong();
  }

  public JsonNode search(String body) {
    HttpResponse<String> answer = post("/api/search", body);
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return JsonMapper.shared().readTree(answer.body());
  }

  /** The references of the hits of a text, in their order. */
  public List<String> found(String text) {
    return refs(search(JsonMapper.shared().writeValueAsString(Map.of("text", text))));
  }

  public static List<String> refs(JsonNode answer) {
    return answer.path("hits").valueStream().map(hit -> hit.path("ref").asString()).toList();
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
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers.kafka()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition letters = new TopicPartition(Topics.deadLetters(topic, "search-service"), 0);
      consumer.assign(List.of(letters));
      consumer.seekToBeginning(List.of(letters));
      long end = consumer.endOffsets(List.of(letters)).getOrDefault(letters, 0L);
      List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
      while (consumer.position(letters) < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
      }
      return found;
    }
  }

  @Override
  public void close() {
    stop();
    producer.close();
    http.close();
  }
}
