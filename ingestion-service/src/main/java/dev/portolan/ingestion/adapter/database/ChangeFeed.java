package dev.portolan.ingestion.adapter.database;

import dev.portolan.ingestion.adapter.FollowingException;
import io.debezium.engine.ChangeEvent;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.format.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which rows of a source's tables change, as Debezium reads it from the database's own log.
 *
 * <p>No offset is stored: where a database keeps our place in its log, that is moved only past what
 * was handled. And nothing is taken of a change but which row it was of: the row is read as it is
 * now, so that what is heard twice, late, or without its large columns means the same.
 */
final class ChangeFeed {
  private static final String TRUNCATE = "t";

  private final Database database;
  private final Properties configuration;
  private final Map<String, Table> tables;
  private boolean begun;

  /** What some changes that follow each other come to. */
  interface Handler {
    /** The stream tells that it began. */
    void began() throws InterruptedException;

    /** These rows changed, each named once. */
    void rows(List<Changed> rows) throws InterruptedException;

    /** A table was emptied at once. */
    void truncated(String table) throws InterruptedException;
  }

  /** A row that is there no more, or is there and not as it was. */
  record Changed(Table table, Row row) {}

  private record Told(@Nullable String key, JsonNode value) {}

  ChangeFeed(Database database, Login login, List<Table> tables, Properties connector) {
    this.database = database;
    this.tables =
        tables.stream()
            .collect(Collectors.toMap(table -> table.name().toString(), Function.identity()));
    this.configuration = common(login, tables);
    this.configuration.putAll(connector);
  }

  /**
   * Follows until the thread is interrupted, and then returns.
   *
   * @throws FollowingException when the stream breaks
   */
  void follow(Handler handler) {
    AtomicReference<@Nullable String> failure = new AtomicReference<>();
    AtomicReference<@Nullable Throwable> cause = new AtomicReference<>();
    run(
        DebeziumEngine.create(Json.class)
            .using(configuration)
            .using(
                (boolean success, String message, Throwable error) -> {
                  failure.set(success ? null : message);
                  cause.set(error);
                })
            .notifying((events, committer) -> handle(events, committer, handler))
            .build());
    Throwable error = cause.get();
    if (error != null) {
      throw new FollowingException("The stream of changes broke: " + reason(error), error);
    }
    if (failure.get() != null) {
      throw new FollowingException("The stream of changes broke: " + failure.get());
    }
  }

  /**
   * Runs the engine on a thread that is interrupted once at most. An engine that is interrupted
   * while it ends gives up waiting for what it started, which then goes on in the background and
   * keeps the database's log.
   */
  private static void run(DebeziumEngine<?> engine) {
    FutureTask<?> stream = new FutureTask<>(engine, null);
    String name = Thread.currentThread().getName() + "-stream";
    Thread thread = Thread.ofPlatform().name(name).daemon().start(stream);
    boolean interrupted = false;
    while (true) {
      try {
        stream.get();
        break;
      } catch (ExecutionException e) {
        throw new FollowingException("The stream of changes broke: " + reason(e), e);
      } catch (InterruptedException e) {
        if (!interrupted) {
          thread.interrupt();
        }
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
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
    List<Told> told =
        events.stream()
            .filter(event -> event.value() != null)
            .map(event -> new Told(event.key(), JsonMapper.shared().readTree(event.value())))
            .toList();
    for (Told each : told) {
      if (each.value.has("ddl")) {
        defined(each.value, handler);
      }
      if (each.value.path("op").asString("").equals(TRUNCATE)) {
        handler.truncated(table(each.value));
      }
    }
    List<Changed> rows =
        told.stream()
            .map(this::changed)
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

  /** A stream that tells how tables are defined does so when it begins, and when one is altered. */
  private void defined(JsonNode value, Handler handler) throws InterruptedException {
    boolean beginning = !value.at("/source/snapshot").asString("false").equals("false");
    if (!beginning && tables.containsKey(table(value))) {
      throw new FollowingException("The table " + table(value) + " was altered; it is read anew");
    }
    if (beginning && !begun) {
      begun = true;
      handler.began();
    }
  }

  /** Heartbeats name no table. */
  private @Nullable Changed changed(Told told) {
    Table table = told.value.has("op") ? tables.get(table(told.value)) : null;
    return table == null || told.key == null ? null : new Changed(table, Row.of(table, told.key));
  }

  private String table(JsonNode value) {
    return database.table(value.path("source"));
  }

  private static Properties common(Login login, List<Table> tables) {
    Properties p = new Properties();
    p.setProperty("database.hostname", login.host());
    p.setProperty("database.port", Integer.toString(login.port()));
    p.setProperty("database.user", login.user());
    p.setProperty("database.password", login.password());
    p.setProperty(
        "table.include.list",
        tables.stream().map(table -> table.name().pattern()).collect(Collectors.joining(",")));
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
    p.setProperty("heartbeat.interval.ms", "5000");
    // What fails is tried again from the beginning, and not by the engine from within.
    p.setProperty("errors.max.retries", "0");
    return p;
  }
}
