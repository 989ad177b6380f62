package dev.portolan.outbox.relay;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The replication slot through which commits are followed. */
record ReplicationSlot(String name) {
  private static final Logger LOG = LoggerFactory.getLogger(ReplicationSlot.class);
  private static final int MAX_NAME = 63;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private record State(@Nullable String database, @Nullable Integer holder, boolean lost) {}

  /** The name that a database's slot has unless it is configured: unique in the whole server. */
  static String nameFor(String database) {
    String name =
        "portolan_outbox_" + database.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
    return name.substring(0, Math.min(name.length(), MAX_NAME));
  }

  /**
   * Sees to it that the slot exists, can be read and is held by nobody.
   *
   * <p>Whoever holds it is a relay that has lost the lock, for the caller has it. A slot that the
   * server gave up, because it kept more of the log than it may, is made anew: nothing is lost by
   * that, for what was not acknowledged is in the table.
   */
  void prepare(JdbcClient session) throws InterruptedException {
    Optional<State> state = find(session);
    while (state.isPresent() && state.get().holder() != null) {
      terminate(session, state.get().holder());
      Thread.sleep(PAUSE);
      state = find(session);
    }
    if (state.isPresent() && state.get().lost()) {
      LOG.warn(
          "PostgreSQL gave up the replication slot {}; it is made anew, no event is lost", name);
      session
          .sql("select pg_drop_replication_slot(:name)")
          .param("name", name)
          .query()
          .listOfRows();
      state = Optional.empty();
    }
    if (state.isEmpty()) {
      session
          .sql("select pg_create_logical_replication_slot(:name, 'pgoutput')")
          .param("name", name)
          .query()
          .listOfRows();
      LOG.info("Made the replication slot {}", name);
    }
  }

  private Optional<State> find(JdbcClient session) {
    Optional<State> state =
        session
            .sql(
                """
                select database, active_pid as holder, wal_status = 'lost' as lost
                from pg_replication_slots where slot_name = :name
                """)
            .param("name", name)
            .query(State.class)
            .optional();
    String here = session.sql("select current_database()").query(String.class).single();
    if (state.isPresent() && !here.equals(state.get().database())) {
      throw new IllegalStateException(
          "The replication slot "
              + name
              + " belongs to the database "
              + state.get().database()
              + ", not to "
              + here
              + ": set portolan.outbox.slot to a name of its own");
    }
    return state;
  }

  private void terminate(JdbcClient session, @Nullable Integer holder) {
    LOG.info("Freeing the replication slot {} from the relay that had it before", name);
    session.sql("select pg_terminate_backend(:pid)").param("pid", holder).query().listOfRows();
  }
}
