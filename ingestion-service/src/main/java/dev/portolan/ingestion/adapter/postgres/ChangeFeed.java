package dev.portolan.ingestion.adapter.postgres;

import dev.portolan.ingestion.adapter.FollowingException;
import io.debezium.engine.ChangeEvent;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.format.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which rows of a source's tables change, as Debezium reads it from the write-ahead log.
 *
 * <p>No offset is stored: the slot's own position is moved only past what was handled. And nothing
 * is taken of a change but which row it was of: the row is read as it is now, so that what is heard
 * twice, late, or without its large columns means the same.
 */
final class ChangeFeed {
  private static final String TRUNCATE = "t";

  private final Properties configuration;
  private final Map<String, Table> tables;

  /** What some changes that follow each other come to. */
  interface Handler {
    /** These rows changed, each named once. */
    void rows(List<Changed> rows) throws InterruptedException;

    /** A table was emptied at once. */
    void truncated(String table) throws InterruptedException;
  }

  /** A row that is there no more, or is there and not as it was. */
  record Changed(Table table, Row row) {}

  ChangeFeed(PostgresSource source, PostgresSettings settings, List<Table> tables, String name) {
    this.tables =
        tables.stream()
            .collect(Collectors.toMap(table -> table.name().toString(), Function.identity()));
    this.configuration = configuration(source, settings, tables, name);
  }

  /**
   * Follows until the thread is interrupted, and then returns.
   *
   * @throws FollowingException when the stream breaks
   */
  void follow(Handler handler) {
    AtomicReference<@Nullable String> failure = new AtomicReference<>();
    AtomicReference<@Nullable Throwable> cause = new AtomicReference<>();
    DebeziumEngine.create(Json.class)
        .using(configuration)
        .using(
            (boolean success, String message, Throwable error) -> {
              failure.set(success ? null : message);
              cause.set(error);
            })
        .notifying((events, committer) -> handle(events, committer, handler))
        .build()
        .run();
    Throwable error = cause.get();
    if (error != null) {
      throw new FollowingException("The stream of changes broke: " + reason(error), error);
    }
    if (failure.get() != null) {
      throw new FollowingException("The stream of changes broke: " + failure.get());
    }
  }

  private static String reason(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  private void handle(
      List<ChangeEvent<String, String>> events,
      DebeziumEngine.RecordCommitter<ChangeEvent<String, String>> committer,
      Handler handler)
      throws InterruptedException {
    List<JsonNode> values =
        events.stream()
            .filter(event -> event.value() != null)
            .map(event -> JsonMapper.shared().readTree(event.value()))
            .toList();
    for (JsonNode value : values) {
      if (value.path("op").asString("").equals(TRUNCATE)) {
        handler.truncated(table(value));
      }
    }
    List<Changed> rows =
        events.stream()
            .filter(event -> event.key() != null && event.value() != null)
            .map(event -> changed(event.key(), JsonMapper.shared().readTree(event.value())))
            .filter(Objects::nonNull)
            .map(Changed.class::cast)
            .distinct()
            .toList();
    if (!rows.isEmpty()) {
      handler.rows(rows);
    }
    if (!events.isEmpty()) {
      committer.markProcessed(events.getLast());
    }
    committer.markBatchFinished();
  }

  /** Heartbeats name no table. */
  private @Nullable Changed changed(String key, JsonNode value) {
    Table table = tables.get(table(value));
    return table == null ? null : new Changed(table, Row.of(table, key));
  }

  private static String table(JsonNode value) {
    return value.at("/source/schema").asString("") + "." + value.at("/source/table").asString("");
  }

  private static Properties configuration(
      PostgresSource source, PostgresSettings settings, List<Table> tables, String name) {
    Properties p = new Properties();
    p.setProperty("name", name);
    p.setProperty("topic.prefix", name);
    p.setProperty("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
    p.setProperty("plugin.name", "pgoutput");
    p.setProperty("database.hostname", source.host());
    p.setProperty("database.port", Integer.toString(source.port()));
    p.setProperty("database.dbname", source.database());
    p.setProperty("database.user", source.user());
    p.setProperty("database.password", settings.password(source));
    p.setProperty("database.sslmode", settings.tls(source));
    p.setProperty(
        "table.include.list",
        tables.stream().map(table -> table.name().pattern()).collect(Collectors.joining(",")));
    p.setProperty("publication.name", name);
    p.setProperty("publication.autocreate.mode", "disabled");
    p.setProperty("slot.name", name);
    p.setProperty("snapshot.mode", "no_data");
    p.setProperty("tombstones.on.delete", "false");
    p.setProperty("skipped.operations", "none");
    p.setProperty("key.converter.schemas.enable", "false");
    p.setProperty("value.converter.schemas.enable", "false");
    p.setProperty("decimal.handling.mode", "string");
    p.setProperty("offset.storage", "org.apache.kafka.connect.storage.MemoryOffsetBackingStore");
    p.setProperty("offset.flush.interval.ms", "1000");
    p.setProperty("max.batch.size", "2048");
    p.setProperty("max.queue.size", "8192");
    p.setProperty("max.queue.size.in.bytes", Integer.toString(16 * 1024 * 1024));
    p.setProperty("poll.interval.ms", "50");
    // Both move the slot on while only other tables are written; else it would keep their log.
    p.setProperty("heartbeat.interval.ms", "5000");
    p.setProperty("lsn.flush.mode", "connector_and_driver");
    // What fails is tried again from the beginning, and not by the engine from within.
    p.setProperty("errors.max.retries", "0");
    p.setProperty("slot.max.retries", "0");
    return p;
  }
}
