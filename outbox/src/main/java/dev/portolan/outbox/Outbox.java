package dev.portolan.outbox;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where a service leaves its events, in the transaction that makes them true.
 *
 * <p>An event reaches Kafka exactly when that transaction commits, at least once, usually within
 * some ten milliseconds. Events of one key keep the order of their commits, provided that
 * transactions which write the same key exclude each other, as those that lock the row which the
 * event is about do.
 */
public final class Outbox {
  private static final String INSERT =
      """
      insert into outbox (topic, key, type, subject, payload, time, traceparent)
      select topic, key, type, subject, payload, time::timestamptz, traceparent
      from unnest(:topics, :keys, :types, :subjects, :payloads, :times, :traceparents)
        with ordinality as event (topic, key, type, subject, payload, time, traceparent, place)
      order by place
      """;

  private final JdbcClient database;

  /** An outbox in the database that the client speaks to. */
  public Outbox(JdbcClient database) {
    this.database = database;
  }

  /**
   * Writes the events, in one statement and in the order given. All of them are in memory twice
   * meanwhile: give some thousand at a time, not a million.
   *
   * @throws IllegalStateException when no transaction is open: the events would be told although
   *     what they tell might fail
   */
  public void publish(Collection<OutboxEvent> events) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "Events are published within the transaction that makes them true, and none is open:"
              + " call this from a @Transactional method or a TransactionTemplate");
    }
    if (events.isEmpty()) {
      return;
    }
    database
        .sql(INSERT)
        .param("topics", column(events, OutboxEvent::topic))
        .param("keys", column(events, OutboxEvent::key))
        .param("types", column(events, OutboxEvent::type))
        .param("subjects", column(events, OutboxEvent::subject))
        .param("payloads", column(events, OutboxEvent::payload))
        .param("times", column(events, event -> event.time().toString()))
        .param("traceparents", column(events, OutboxEvent::traceparent))
        .update();
  }

  /** Writes one event; see {@link #publish(Collection)}. */
  public void publish(OutboxEvent event) {
    publish(List.of(event));
  }

  /** How many committed events Kafka has not acknowledged yet, refused ones left out. */
  public long waiting() {
    return database
        .sql("select count(*) from outbox where refused is null")
        .query(Long.class)
        .single();
  }

  private static SqlArrayValue column(
      Collection<OutboxEvent> events, Function<OutboxEvent, @Nullable String> value) {
    return new SqlArrayValue("text", (Object[]) events.stream().map(value).toArray(String[]::new));
  }
}
