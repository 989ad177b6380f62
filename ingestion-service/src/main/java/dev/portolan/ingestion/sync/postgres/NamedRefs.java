package dev.portolan.ingestion.sync.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.observation.Description;
import dev.portolan.ingestion.reconciliation.postgres.Refs;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * What syncs have named, what their parts said of it, and what they are going to retract because
 * they did not name it.
 */
@Component
class NamedRefs {
  private final JdbcClient jdbc;

  NamedRefs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Entities are named: none of these syncs will retract them. */
  void name(List<Long> syncs, Collection<EntityRef> refs) {
    var ids = new SqlArrayValue("int8", syncs.toArray());
    jdbc.sql(
            """
            insert into sync_named (sync, ref)
            select sync, ref from unnest(?) as sync cross join unnest(?) as ref
            on conflict do nothing
            """)
        .params(ids, Refs.array(refs))
        .update();
    jdbc.sql("delete from sync_retraction where sync = any(?) and ref = any(?)")
        .params(ids, Refs.array(refs))
        .update();
  }

  /**
   * Keeps what a part of a running sync says of entities, where no part has said anything of them.
   *
   * @return those of which another part says something else
   */
  Set<EntityRef> contradicted(long sync, Collection<Description> said) {
    // In the order of references, so that two parts never wait for each other.
    return jdbc.sql(
            """
            with claimed as (
              insert into sync_named as n (sync, ref, hash)
              select sync.id, said.ref, said.hash
              from sync cross join unnest(:refs, :hashes) as said (ref, hash)
              where sync.id = :sync and sync.status = 'RUNNING'
              order by said.ref
              on conflict (sync, ref) do update set hash = coalesce(n.hash, excluded.hash)
              returning ref, hash
            )
            select ref from claimed join unnest(:refs, :hashes) as said (ref, hash) using (ref)
            where claimed.hash <> said.hash
            """)
        .param("refs", Refs.array(said.stream().map(Description::ref).toList()))
        .param("hashes", new SqlArrayValue("text", said.stream().map(Description::hash).toArray()))
        .param("sync", sync)
        .query((row, _) -> EntityRef.parse(row.getString("ref")))
        .set();
  }

  /** How many entities the sync named. */
  long named(long sync) {
    return jdbc.sql("select count(*) from sync_named where sync = ?")
        .param(sync)
        .query(Long.class)
        .single();
  }

  /** Puts down for retraction what the source speaks of and the sync did not name; how many. */
  int putDownAbsent(long sync, String source) {
    return jdbc.sql(
            """
            insert into sync_retraction (sync, ref)
            select ?, ref from observation o where o.source = ?
              and not exists (select 1 from sync_named n where n.sync = ? and n.ref = o.ref)
            """)
        .params(sync, source, sync)
        .update();
  }

  /** Puts down for retraction what has been stale for a lease of the source. */
  void putDownExpired(long sync, String source, Instant now) {
    putDown(sync, source, now, "o.stale_since <= :now::timestamptz - s.lease::interval");
  }

  /** Puts down for retraction all that is stale; how many. */
  long putDownStale(long sync, String source, Instant now) {
    putDown(sync, source, now, "o.stale_since <= :now");
    return absent(sync);
  }

  private void putDown(long sync, String source, Instant now, String condition) {
    jdbc.sql(
            """
            insert into sync_retraction (sync, ref)
            select :sync, o.ref from observation o join source s on s.name = o.source
            where o.source = :source and %s
            on conflict do nothing
            """
                .formatted(condition))
        .param("sync", sync)
        .param("source", source)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Whether anything of the source has been stale for a lease. */
  boolean hasExpired(String source, Instant now) {
    return jdbc.sql(
            """
            select exists (
              select from observation o join source s on s.name = o.source
              where o.source = :source
                and o.stale_since <= :now::timestamptz - s.lease::interval)
            """)
        .param("source", source)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  /** How many entities are stale. */
  long stale(String source) {
    return jdbc.sql("select count(*) from observation where source = ? and stale_since is not null")
        .param(source)
        .query(Long.class)
        .single();
  }

  /** The first entities that are down for retraction, by reference. */
  List<EntityRef> absent(long sync, int first) {
    return jdbc.sql("select ref from sync_retraction where sync = ? order by ref limit ?")
        .params(sync, first)
        .query((row, _) -> EntityRef.parse(row.getString("ref")))
        .list();
  }

  /** How many entities are down for retraction. */
  long absent(long sync) {
    return jdbc.sql("select count(*) from sync_retraction where sync = ?")
        .param(sync)
        .query(Long.class)
        .single();
  }

  /**
   * Takes these entities off, and answers with those that were still down for retraction: of what
   * was put down as stale that which still is.
   */
  List<EntityRef> take(long sync, Collection<EntityRef> refs) {
    return jdbc.sql(
            """
            with taken as (
              delete from sync_retraction where sync = :sync and ref = any(:refs) returning ref
            )
            select ref from taken
            where not exists (
              select from sync s join observation o on o.source = s.source and o.ref = taken.ref
              where s.id = :sync and s.origin = 'lease' and o.stale_since is null)
            """)
        .param("sync", sync)
        .param("refs", Refs.array(refs))
        .query((row, _) -> EntityRef.parse(row.getString("ref")))
        .list();
  }

  /** Forgets what the sync named and was going to retract. */
  void forget(long sync) {
    jdbc.sql("delete from sync_named where sync = ?").param(sync).update();
    jdbc.sql("delete from sync_retraction where sync = ?").param(sync).update();
  }
}
