package dev.portolan.system.comparison;

import dev.portolan.system.platform.Platform;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Results of scorecards where they are kept and where they are told of. */
public final class ScorecardResults {
  private ScorecardResults() {}

  /**
   * What the topic tells.
   *
   * @param versions the last of each result
   * @param records how many changes there are
   * @param again how many of them say a version that was said before
   * @param missing how many versions are passed over
   */
  public record OnTopic(Map<String, Long> versions, long records, long again, long missing) {}

  /** All results in a database of scorecard-service, by scorecard and entity: what they say. */
  public static Map<String, String> of(Platform platform, String database) throws SQLException {
    return rows(
        platform,
        database,
        """
        SELECT scorecard || '|' || entity AS key,
               concat_ws(' ', coalesce(level, '-'), points, possible, rules) AS said
          FROM result WHERE rules IS NOT NULL
        """);
  }

  /** The version of each result, withdrawn ones too. */
  public static Map<String, Long> versions(Platform platform, String database) throws SQLException {
    Map<String, Long> versions = new TreeMap<>();
    rows(
            platform,
            database,
            "SELECT scorecard || '|' || entity AS key, version AS said FROM result")
        .forEach((key, version) -> versions.put(key, Long.parseLong(version)));
    return versions;
  }

  private static Map<String, String> rows(Platform platform, String database, String query)
      throws SQLException {
    Map<String, String> servers = platform.servers();
    String url =
        "jdbc:postgresql://%s:%s/%s"
            .formatted(
                servers.get("PORTOLAN_POSTGRES_HOST"),
                servers.get("PORTOLAN_POSTGRES_PORT"),
                database);
    Map<String, String> rows = new TreeMap<>();
    try (Connection connection =
        DriverManager.getConnection(
            url,
            servers.get("PORTOLAN_POSTGRES_USER"),
            servers.get("PORTOLAN_POSTGRES_PASSWORD"))) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(query)) {
        statement.setFetchSize(10_000);
        try (ResultSet found = statement.executeQuery()) {
          while (found.next()) {
            rows.put(
                Objects.requireNonNull(found.getString("key")),
                Objects.requireNonNull(found.getString("said")));
          }
        }
      }
    }
    return rows;
  }

  /** Reads the whole topic. */
  public static OnTopic onTopic(Platform platform, String topic) {
    Map<String, Long> versions = new HashMap<>();
    long[] counts = new long[3];
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", platform.kafka()),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofSeconds(1))) {
          count(record, versions, counts);
        }
      }
    }
    return new OnTopic(new TreeMap<>(versions), counts[0], counts[1], counts[2]);
  }

  private static void count(
      ConsumerRecord<String, String> record, Map<String, Long> versions, long[] counts) {
    if (record.value() == null) {
      return;
    }
    JsonNode result = JsonMapper.shared().readTree(record.value());
    long version = result.path("version").asLong();
    long before = versions.getOrDefault(record.key(), 0L);
    counts[0]++;
    if (version <= before) {
      counts[1]++;
    } else {
      counts[2] += version - before - 1;
      versions.put(record.key(), version);
    }
  }
}
