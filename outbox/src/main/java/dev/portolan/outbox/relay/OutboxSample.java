package dev.portolan.outbox.relay;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How the outbox stands at one moment.
 *
 * @param waiting rows that Kafka has not acknowledged
 * @param refused rows that Kafka will never take
 * @param lag the age of the oldest waiting row, in seconds; 0 when none waits
 * @param retained how many bytes of PostgreSQL's log the replication slot keeps; null without one
 */
record OutboxSample(long waiting, long refused, double lag, @Nullable Long retained) {
  private static final String QUERY =
      """
      select
        (select count(*) from outbox where refused is null) as waiting,
        (select count(*) from outbox where refused is not null) as refused,
        coalesce(greatest(0, extract(epoch from clock_timestamp() - (
          select written_at from outbox where refused is null order by id limit 1))), 0) as lag,
        (select pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)::bigint
          from pg_replication_slots where slot_name = :slot) as retained
      """;

  static OutboxSample take(JdbcClient database, ReplicationSlot slot) {
    return database.sql(QUERY).param("slot", slot.name()).query(OutboxSample.class).single();
  }
}
