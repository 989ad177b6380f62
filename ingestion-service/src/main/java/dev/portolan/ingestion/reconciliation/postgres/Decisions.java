package dev.portolan.ingestion.reconciliation.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.observation.Description;
import dev.portolan.ingestion.observation.Observation;
import dev.portolan.ingestion.observation.RelationFields;
import dev.portolan.ingestion.reconciliation.Decided;
import dev.portolan.ingestion.reconciliation.Reconciliation;
import dev.portolan.ingestion.reconciliation.Statement;
import dev.portolan.ingestion.reconciliation.Stored;
import dev.portolan.ingestion.reconciliation.postgres.EntityTable.Newest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what is stored and decides what would become of it; writes nothing. */
@Component
class Decisions {
  private final ObservationTable observations;
  private final EntityTable entities;
  private final Referrals referrals;

  Decisions(ObservationTable observations, EntityTable entities, Referrals referrals) {
    this.observations = observations;
    this.entities = entities;
    this.referrals = referrals;
  }

  /** The source describes these entities, each once. */
  List<Decided> say(String source, int priority, Collection<Description> said, Instant now) {
    var statements = new LinkedHashMap<EntityRef, Statement>();
    for (Description each : said) {
      statements.put(
          each.ref(), new Statement.Says(new Observation(source, priority, each.entity(), now)));
    }
    return decide(source, statements, now);
  }

  /** The source speaks of these entities no more. */
  List<Decided> retract(String source, Collection<EntityRef> refs, Instant now) {
    var statements = new LinkedHashMap<EntityRef, Statement>();
    refs.forEach(ref -> statements.put(ref, new Statement.Retracts(source, now)));
    return decide(source, statements, now);
  }

  /** No source says anything new of these entities, but the rules of the merge changed. */
  List<Decided> mergeAgain(Collection<EntityRef> refs, Instant now) {
    var statements = new LinkedHashMap<EntityRef, Statement>();
    refs.forEach(ref -> statements.put(ref, new Statement.MergeAgain(now)));
    return decide("", statements, now);
  }

  /**
   * @param speaker whose former word the statements replace
   */
  private List<Decided> decide(String speaker, Map<EntityRef, Statement> statements, Instant now) {
    Map<EntityRef, List<Observation>> others = observations.without(speaker, statements.keySet());
    Map<EntityRef, Newest> newest = entities.newest(statements.keySet());
    var after = new HashMap<EntityRef, List<Observation>>();
    statements.forEach(
        (ref, statement) -> after.put(ref, statement.after(others.getOrDefault(ref, List.of()))));
    RelationFields fields = referrals.of(after);
    var decided = new ArrayList<Decided>();
    statements.forEach(
        (ref, statement) -> {
          Stored stored = stored(ref, newest.get(ref), others.getOrDefault(ref, List.of()));
          decided.add(new Decided(stored, Reconciliation.decide(stored, statement, fields, now)));
        });
    return decided;
  }

  private static Stored stored(
      EntityRef ref, @Nullable Newest newest, List<Observation> observations) {
    return newest == null
        ? new Stored(ref, 0, null, Instant.EPOCH, observations)
        : new Stored(ref, newest.version(), newest.entity(), newest.committedAt(), observations);
  }
}
