package dev.portolan.ingestion.reconciliation.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.alias.Alias;
import dev.portolan.ingestion.observation.CanonicalJson;
import dev.portolan.ingestion.observation.Description;
import dev.portolan.ingestion.observation.Observation;
import dev.portolan.ingestion.reconciliation.Decided;
import dev.portolan.ingestion.reconciliation.Decision;
import dev.portolan.ingestion.reconciliation.Outcome;
import dev.portolan.ingestion.reconciliation.postgres.EntityTable.Written;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final AliasTable aliases;
  private final KindLock kinds;
  private final KindMergeTable kindMerges;
  private final Publication publication;
  private final Decisions decisions;
  private final InstantSource clock;

  Reconciler(
      JdbcClient jdbc,
      StripedLocks locks,
      ObservationTable observations,
      EntityTable entities,
      AliasTable aliases,
      KindLock kinds,
      KindMergeTable kindMerges,
      Publication publication,
      Decisions decisions,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.locks = locks;
    this.observations = observations;
    this.entities = entities;
    this.aliases = aliases;
    this.kinds = kinds;
    this.kindMerges = kindMerges;
    this.publication = publication;
    this.decisions = decisions;
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

  /** The hash of what the source says of each of these entities, where it speaks of them. */
  public Map<EntityRef, String> hashes(String source, Collection<EntityRef> refs) {
    return observations.hashes(source, refs);
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
    kinds.hold(refs(fresh));
    if (fresh.stream().anyMatch(each -> Alias.isUsedBy(each.entity()))
        || aliases.areUsedBy(refs(fresh))) {
      aliases.holdNames();
    }
    Instant now = now();
    observations.keep(source, fresh, now);
    if (!source.equals(Observation.RESTORED)) {
      observations.forget(Observation.RESTORED, refs(fresh));
    }
    outcomes.putAll(write(decisions.say(source, priority(source), fresh, now)));
    return outcomes;
  }

  /** The source speaks of these entities no more. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<EntityRef, Outcome> retract(String source, Collection<EntityRef> refs) {
    locks.lock(refs);
    kinds.hold(refs);
    if (aliases.areUsedBy(refs)) {
      aliases.holdNames();
    }
    Instant now = now();
    observations.forget(source, refs);
    return write(decisions.retract(source, refs, now));
  }

  /** Merges these entities again, because a priority, a kind or somebody's name changed. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<EntityRef, Outcome> mergeAgain(Collection<EntityRef> refs) {
    locks.lock(refs);
    kinds.hold(refs);
    aliases.holdNames();
    return write(decisions.mergeAgain(refs, now()));
  }

  private Map<EntityRef, Outcome> write(List<Decided> decided) {
    var outcomes = new HashMap<EntityRef, Outcome>();
    var events = new ArrayList<Written>();
    for (Decided each : decided) {
      outcomes.put(each.stored().ref(), Outcome.of(each.decision()));
      if (each.decision() instanceof Decision.Changed(var event)) {
        events.add(new Written(event, CanonicalJson.of(event)));
      }
    }
    if (!events.isEmpty()) {
      entities.append(events);
      aliases.follow(decided);
      kindMerges.follow(decided);
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

  private static List<EntityRef> refs(Collection<Description> said) {
    return said.stream().map(Description::ref).toList();
  }
}
