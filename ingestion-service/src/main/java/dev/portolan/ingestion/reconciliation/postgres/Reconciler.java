package dev.portolan.ingestion.reconciliation.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.observation.CanonicalJson;
import dev.portolan.ingestion.observation.Description;
import dev.portolan.ingestion.observation.Observation;
import dev.portolan.ingestion.observation.RelationFields;
import dev.portolan.ingestion.reconciliation.Decision;
import dev.portolan.ingestion.reconciliation.Outcome;
import dev.portolan.ingestion.reconciliation.Reconciliation;
import dev.portolan.ingestion.reconciliation.Statement;
import dev.portolan.ingestion.reconciliation.Stored;
import dev.portolan.ingestion.reconciliation.postgres.EntityTable.Newest;
import dev.portolan.ingestion.reconciliation.postgres.EntityTable.Written;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Applies what a source says to a chunk of entities, in the transaction of the caller: observations
 * kept, sources merged, versions raised, history appended, events published, or none of it.
 */
@Component
public class Reconciler {
  private final JdbcClient jdbc;
  private final StripedLocks locks;
  private final ObservationTable observations;
  private final EntityTable entities;
  private final Publication publication;
  private final RelationFields fields;
  private final InstantSource clock;

  Reconciler(
      JdbcClient jdbc,
      StripedLocks locks,
      ObservationTable observations,
      EntityTable entities,
      Publication publication,
      RelationFields fields,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.locks = locks;
    this.observations = observations;
    this.entities = entities;
    this.publication = publication;
    this.fields = fields;
    this.clock = clock;
  }

  /**
   * Of the descriptions those that the source said before in the same words, found without a lock:
   * the quick way through a file that is loaded again.
   */
  public Map<EntityRef, Outcome> saidBefore(String source, Collection<Description> said) {
    Map<EntityRef, String> hashes = observations.hashes(source, refs(said));
    List<EntityRef> same =
        said.stream()
            .filter(each -> each.hash().equals(hashes.get(each.ref())))
            .map(Description::ref)
            .toList();
    return same.isEmpty() ? Map.of() : unchanged(same);
  }

  /** Waits until this transaction alone writes these entities. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(Collection<EntityRef> refs) {
    locks.lock(refs);
  }

  /** The source describes these entities, each once. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<EntityRef, Outcome> say(String source, Collection<Description> said) {
    locks.lock(refs(said));
    Map<EntityRef, Outcome> outcomes = new HashMap<>(saidBefore(source, said));
    List<Description> fresh =
        said.stream().filter(each -> !outcomes.containsKey(each.ref())).toList();
    if (fresh.isEmpty()) {
      return outcomes;
    }
    int priority = priority(source);
    Instant now = now();
    var statements = new LinkedHashMap<EntityRef, Statement>();
    for (Description each : fresh) {
      statements.put(
          each.ref(), new Statement.Says(new Observation(source, priority, each.entity(), now)));
    }
    observations.keep(source, fresh, now);
    outcomes.putAll(reconcile(source, statements, now));
    return outcomes;
  }

  /** The source speaks of these entities no more. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<EntityRef, Outcome> retract(String source, Collection<EntityRef> refs) {
    locks.lock(refs);
    Instant now = now();
    var statements = new LinkedHashMap<EntityRef, Statement>();
    refs.forEach(ref -> statements.put(ref, new Statement.Retracts(source, now)));
    observations.forget(source, refs);
    return reconcile(source, statements, now);
  }

  /** Merges these entities again, because a priority or a kind changed. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<EntityRef, Outcome> mergeAgain(Collection<EntityRef> refs) {
    locks.lock(refs);
    Instant now = now();
    var statements = new LinkedHashMap<EntityRef, Statement>();
    refs.forEach(ref -> statements.put(ref, new Statement.MergeAgain(now)));
    return reconcile("", statements, now);
  }

  /**
   * Decides and writes.
   *
   * @param speaker whose former word the statements replace
   */
  private Map<EntityRef, Outcome> reconcile(
      String speaker, Map<EntityRef, Statement> statements, Instant now) {
    Map<EntityRef, List<Observation>> others = observations.without(speaker, statements.keySet());
    Map<EntityRef, Newest> newest = entities.newest(statements.keySet());
    var outcomes = new HashMap<EntityRef, Outcome>();
    var events = new ArrayList<Written>();
    statements.forEach(
        (ref, statement) -> {
          Stored stored = stored(ref, newest.get(ref), others.getOrDefault(ref, List.of()));
          Decision decision = Reconciliation.decide(stored, statement, fields, now);
          outcomes.put(ref, Outcome.of(decision));
          if (decision instanceof Decision.Changed(var event)) {
            events.add(new Written(event, CanonicalJson.of(event)));
          }
        });
    if (!events.isEmpty()) {
      entities.append(events);
      publication.publish(events);
    }
    return outcomes;
  }

  private Map<EntityRef, Outcome> unchanged(Collection<EntityRef> refs) {
    var outcomes = new HashMap<EntityRef, Outcome>();
    entities
        .versions(refs)
        .forEach((ref, version) -> outcomes.put(ref, new Outcome(ref, version, null)));
    return outcomes;
  }

  private int priority(String source) {
    return jdbc.sql("select priority from source where name = ?")
        .params(source)
        .query(Integer.class)
        .single();
  }

  /** To the microsecond, which is what PostgreSQL keeps. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Stored stored(
      EntityRef ref, @Nullable Newest newest, List<Observation> observations) {
    return newest == null
        ? new Stored(ref, 0, null, Instant.EPOCH, observations)
        : new Stored(ref, newest.version(), newest.entity(), newest.committedAt(), observations);
  }

  private static List<EntityRef> refs(Collection<Description> said) {
    return said.stream().map(Description::ref).toList();
  }
}
