package dev.portolan.ingestion.reconciliation.postgres;

import dev.portolan.events.EntityRef;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * Keeps two transactions from writing the same entity at once.
 *
 * <p>Advisory locks and not row locks, because an entity's first version has no row yet. They are
 * held until the transaction ends, so that the order of versions is the order of commits, which is
 * the order of the topic. Few stripes keep a large chunk from filling PostgreSQL's lock table; they
 * are taken in ascending order, so that two chunks cannot wait for each other.
 */
@Component
class StripedLocks {
  private static final int STRIPES = 64;

  /** The first half of the lock's key, so that stripes meet no other advisory lock. */
  private static final int ENTITY = 0x706f7274;

  private final JdbcClient jdbc;

  StripedLocks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Waits until this transaction alone writes these entities. */
  void lock(Collection<EntityRef> refs) {
    Object[] stripes =
        refs.stream().map(StripedLocks::stripe).distinct().sorted().toArray(Integer[]::new);
    jdbc.sql("select count(pg_advisory_xact_lock(?, stripe)) from unnest(?) as stripe")
        .params(ENTITY, new SqlArrayValue("int4", stripes))
        .query(Long.class)
        .single();
  }

  private static int stripe(EntityRef ref) {
    return Math.floorMod(ref.toString().hashCode(), STRIPES);
  }
}
