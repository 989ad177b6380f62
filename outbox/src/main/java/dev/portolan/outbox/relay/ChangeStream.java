package dev.portolan.outbox.relay;

import dev.portolan.outbox.OutboxProperties;
import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the outbox in the order of their commits, as Debezium reads them from PostgreSQL's
 * write-ahead log.
 *
 * <p>No offset is stored: an engine without one resumes where the slot's {@code
 * confirmed_flush_lsn} stands, which is moved only past rows that have been handled.
 */
final class ChangeStream {

  /** What is done with some rows that follow each other; returning means that it is done. */
  interface Handler {
    void handle(List<WrittenRow> rows) throws InterruptedException;
  }

  private record Readiness(Runnable whenReady) implements DebeziumEngine.ConnectorCallback {
    @Override
    public void pollingStarted() {
      whenReady.run();
    }
  }

  private final Properties configuration;

  ChangeStream(Database database, String schema, ReplicationSlot slot, OutboxProperties outbox) {
    configuration = configuration(database, schema, slot, outbox);
  }

  /**
   * Follows the log until the thread is interrupted, and then returns.
   *
   * @param whenReady called when the engine begins to read
   * @throws RelayException when the stream breaks or the handler fails
   */
  void follow(Runnable whenReady, Handler handler) {
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
        .using(configuration)
        .using((boolean success, String message, Throwable error) -> failure.set(error))
        .using(new Readiness(whenReady))
        .notifying((events, committer) -> handle(events, committer, handler))
        .build()
        .run();
    Throwable error = failure.get();
    if (error != null) {
      throw new RelayException("The stream from PostgreSQL broke", error);
    }
  }

  private static void handle(
      List<RecordChangeEvent<SourceRecord>> events,
      DebeziumEngine.RecordCommitter<RecordChangeEvent<SourceRecord>> committer,
      Handler handler)
      throws InterruptedException {
    handler.handle(
        events.stream().flatMap(event -> WrittenRow.of(event.record()).stream()).toList());
    if (!events.isEmpty()) {
      committer.markProcessed(events.getLast());
    }
    committer.markBatchFinished();
  }

  private static Properties configuration(
      Database database, String schema, ReplicationSlot slot, OutboxProperties outbox) {
    Properties p = new Properties();
    p.setProperty("name", "outbox");
    p.setProperty("topic.prefix", "outbox");
    p.setProperty("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
    p.setProperty("plugin.name", "pgoutput");
    p.setProperty("database.hostname", database.host());
    p.setProperty("database.port", Integer.toString(database.port()));
    p.setProperty("database.dbname", database.name());
    p.setProperty("database.user", database.user());
    p.setProperty("database.password", database.password());
    p.setProperty("database.sslmode", database.sslMode());
    p.setProperty("table.include.list", schema.replace(".", "\\.") + "\\.outbox");
    p.setProperty("publication.name", "portolan_outbox");
    p.setProperty("publication.autocreate.mode", "disabled");
    p.setProperty("slot.name", slot.name());
    p.setProperty("snapshot.mode", "no_data");
    p.setProperty("tombstones.on.delete", "false");
    p.setProperty("offset.storage", "org.apache.kafka.connect.storage.MemoryOffsetBackingStore");
    p.setProperty("offset.flush.interval.ms", "1000");
    p.setProperty("max.batch.size", "2048");
    p.setProperty("max.queue.size", "8192");
    // Rows may have a megabyte each: 8,192 of them must not be in memory at once.
    p.setProperty("max.queue.size.in.bytes", Integer.toString(16 * 1024 * 1024));
    p.setProperty("poll.interval.ms", Long.toString(outbox.pollInterval().toMillis()));
    // Both move the slot on while only other tables and databases write; else it would keep their
    // log.
    p.setProperty("heartbeat.interval.ms", "5000");
    p.setProperty("lsn.flush.mode", "connector_and_driver");
    // What fails is tried again by the relay, from the lock on, and not by the engine from within.
    p.setProperty("errors.max.retries", "0");
    p.setProperty("slot.max.retries", "0");
    return p;
  }
}
