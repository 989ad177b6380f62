package dev.portolan.ingestion.reconciliation.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.observation.CanonicalJson;
import dev.portolan.ingestion.observation.Description;
import dev.portolan.ingestion.observation.Observation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** What each source says of each entity. */
@Component
public class ObservationTable {
  private static final int FETCHED = 1_000;

  private final JdbcClient jdbc;

  ObservationTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The hash of what the source says of each of these entities, where it speaks of them. What is
   * stale is said no more until it is said again.
   */
  Map<EntityRef, String> hashes(String source, Collection<EntityRef> refs) {
    var hashes = new HashMap<EntityRef, String>();
    jdbc.sql(
            """
            select ref, hash from observation
            where source = ? and ref = any(?) and stale_since is null
            """)
        .params(source, Refs.array(refs))
        .query(
            row -> {
              hashes.put(EntityRef.parse(row.getString("ref")), row.getString("hash"));
            });
    return hashes;
  }

  /** All that the source speaks of; to be asked in a transaction, which fetches it bit by bit. */
  Set<EntityRef> refs(String source) {
    var refs = new HashSet<EntityRef>();
    jdbc.sql("select ref from observation where source = ?")
        .withFetchSize(FETCHED)
        .param(source)
        .query(
            row -> {
              refs.add(EntityRef.parse(row.getString("ref")));
            });
    return refs;
  }

  /**
   * The hash of what the source says, entity by entity; to be asked in a transaction, which fetches
   * it bit by bit.
   */
  public void eachHash(String source, BiConsumer<String, String> sink) {
    jdbc.sql("select ref, hash from observation where source = ?")
        .withFetchSize(FETCHED)
        .param(source)
        .query(
            row -> {
              sink.accept(row.getString("ref"), row.getString("hash"));
            });
  }

  /**
   * What all sources but one say of these entities.
   *
   * @param source whose word is not needed, because it is being replaced; empty for none
   */
  public Map<EntityRef, List<Observation>> without(String source, Collection<EntityRef> refs) {
    var observations = new HashMap<EntityRef, List<Observation>>();
    jdbc.sql(
            """
            select o.ref, o.source, s.priority, o.entity, o.observed_at, o.stale_since
            from observation o join source s on s.name = o.source
            where o.ref = any(?) and o.source <> ?
            """)
        .params(Refs.array(refs), source)
        .query(
            row -> {
              observations
                  .computeIfAbsent(EntityRef.parse(row.getString("ref")), _ -> new ArrayList<>())
                  .add(observation(row));
            });
    return observations;
  }

  /** Keeps what the source says now, in place of whatever it said before. */
  void keep(String source, Collection<Description> said, Instant observedAt) {
    jdbc.sql(
            """
            insert into observation (ref, source, hash, entity, observed_at)
            select ref, ?, hash, entity::json, ?::timestamptz from unnest(?, ?, ?) as said (ref, hash, entity)
            on conflict (ref, source) do update
            set hash = excluded.hash, entity = excluded.entity, observed_at = excluded.observed_at,
                stale_since = null
            """)
        .params(
            source,
            observedAt.atOffset(ZoneOffset.UTC),
            Refs.array(said.stream().map(Description::ref).toList()),
            texts(said.stream().map(Description::hash).toArray(String[]::new)),
            texts(said.stream().map(Description::json).toArray(String[]::new)))
        .update();
  }

  /** Forgets what the source says of these entities. */
  void forget(String source, Collection<EntityRef> refs) {
    jdbc.sql("delete from observation where source = ? and ref = any(?)")
        .params(source, Refs.array(refs))
        .update();
  }

  private static SqlArrayValue texts(String[] texts) {
    return new SqlArrayValue("text", (Object[]) texts);
  }

  private static Observation observation(ResultSet row) throws SQLException {
    Timestamp stale = row.getTimestamp("stale_since");
    return new Observation(
        row.getString("source"),
        row.getInt("priority"),
        CanonicalJson.entity(row.getString("entity")),
        row.getTimestamp("observed_at").toInstant(),
        stale == null ? null : stale.toInstant());
  }
}
