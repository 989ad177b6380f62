package dev.portolan.ingestion.sync.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.lease.postgres.Confirmations;
import dev.portolan.ingestion.observation.Description;
import dev.portolan.ingestion.original.Original;
import dev.portolan.ingestion.original.postgres.OriginalTable;
import dev.portolan.ingestion.reconciliation.Outcome;
import dev.portolan.ingestion.reconciliation.postgres.DueMerges;
import dev.portolan.ingestion.reconciliation.postgres.Reconciler;
import dev.portolan.ingestion.sync.Chunk;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes chunks and retractions, each in one transaction with what it means for open syncs. */
@Component
class ChunkWriter {
  private static final int CHUNK = 1_000;

  private final SyncTable syncs;
  private final NamedRefs named;
  private final Reconciler reconciler;
  private final OriginalTable originals;
  private final DueMerges due;
  private final Confirmations confirmations;
  private final TransactionTemplate transaction;
  private final SyncMetrics metrics;

  ChunkWriter(
      SyncTable syncs,
      NamedRefs named,
      Reconciler reconciler,
      OriginalTable originals,
      DueMerges due,
      Confirmations confirmations,
      TransactionTemplate transaction,
      SyncMetrics metrics) {
    this.metrics = metrics;
    this.syncs = syncs;
    this.named = named;
    this.reconciler = reconciler;
    this.originals = originals;
    this.due = due;
    this.confirmations = confirmations;
    this.transaction = transaction;
  }

  /** Commits what the chunk says; all of it or, with an exception, nothing. */
  Map<EntityRef, Outcome> write(Chunk chunk) {
    Timer.Sample sample = Timer.start();
    Map<EntityRef, Outcome> outcomes = commit(chunk);
    sample.stop(metrics.chunks());
    return outcomes;
  }

  /**
   * Commits what a chunk of a part of a sync says, but for what another part says otherwise: the
   * first that came stands, or two would take turns with every sync.
   *
   * @return what became of each entity that it was first to describe, or described in the same
   *     words
   */
  Map<EntityRef, Outcome> writePart(long sync, Chunk chunk) {
    return write(chunk.without(named.contradicted(sync, chunk.said())));
  }

  private Map<EntityRef, Outcome> commit(Chunk chunk) {
    List<Long> naming = new ArrayList<>(syncs.unfinished(chunk.source()));
    // Without a lock only while nobody else could be retracting what this chunk names.
    boolean alone = naming.stream().allMatch(sync -> sync.equals(chunk.sync()));
    Map<EntityRef, Outcome> outcomes =
        new HashMap<>(alone ? reconciler.saidBefore(chunk.source(), chunk.said()) : Map.of());
    List<Description> fresh =
        chunk.said().stream().filter(each -> !outcomes.containsKey(each.ref())).toList();
    List<Original> rewritten = originals.fresh(chunk.source(), chunk.originals());
    confirm(chunk, outcomes.keySet());
    if (fresh.isEmpty() && rewritten.isEmpty() && naming.isEmpty()) {
      return outcomes;
    }
    transaction.executeWithoutResult(
        _ -> {
          if (!naming.isEmpty() || !rewritten.isEmpty()) {
            // All of them before anything else is held: whoever retracts one holds it to the end.
            reconciler.lock(refs(chunk));
          }
          if (!fresh.isEmpty()) {
            outcomes.putAll(reconciler.say(chunk.source(), fresh));
            originals.forget(chunk.source(), withoutText(chunk, fresh));
          }
          if (!rewritten.isEmpty()) {
            originals.keep(chunk.source(), rewritten);
          }
          if (!naming.isEmpty()) {
            named.name(naming, refs(chunk));
          }
        });
    due.mergeAgain();
    return outcomes;
  }

  private static List<EntityRef> withoutText(Chunk chunk, List<Description> fresh) {
    Set<EntityRef> written =
        chunk.originals().stream().map(Original::ref).collect(Collectors.toSet());
    return fresh.stream().map(Description::ref).filter(ref -> !written.contains(ref)).toList();
  }

  /**
   * What a delta says in the same words it confirms; a full sync confirms all at its end, where it
   * costs one row.
   */
  private void confirm(Chunk chunk, Collection<EntityRef> same) {
    if (chunk.sync() == null) {
      var refs = new ArrayList<>(same);
      refs.addAll(chunk.named());
      confirmations.confirm(chunk.source(), refs);
    }
  }

  /**
   * Names entities without describing them, and answers with the hash of what the source says of
   * each. In one transaction, so that none is retracted by another sync in between.
   */
  Map<EntityRef, String> name(String source, Collection<EntityRef> refs) {
    return Objects.requireNonNull(
        transaction.execute(
            _ -> {
              reconciler.lock(refs);
              named.name(syncs.unfinished(source), refs);
              return reconciler.hashes(source, refs);
            }));
  }

  /** The source speaks of this entity no more. */
  Outcome retract(String source, EntityRef ref) {
    Map<EntityRef, Outcome> outcomes =
        transaction.execute(_ -> reconciler.retract(source, List.of(ref)));
    due.mergeAgain();
    return Objects.requireNonNull(outcomes.get(ref));
  }

  /** The source speaks of these entities no more. */
  void retract(String source, List<EntityRef> refs) {
    for (int from = 0; from < refs.size(); from += CHUNK) {
      List<EntityRef> chunk = refs.subList(from, Math.min(from + CHUNK, refs.size()));
      transaction.executeWithoutResult(_ -> reconciler.retract(source, chunk));
      due.mergeAgain();
    }
  }

  /** Retracts what is down for it, chunk by chunk; what is named meanwhile stays. */
  void retract(long sync, String source) {
    List<EntityRef> absent = named.absent(sync, CHUNK);
    while (!absent.isEmpty()) {
      List<EntityRef> refs = absent;
      transaction.executeWithoutResult(_ -> retract(sync, source, refs));
      due.mergeAgain();
      absent = named.absent(sync, CHUNK);
    }
  }

  private void retract(long sync, String source, List<EntityRef> refs) {
    reconciler.lock(refs);
    List<EntityRef> still = named.take(sync, refs);
    if (!still.isEmpty()) {
      reconciler.retract(source, still);
      syncs.retracted(sync, still.size());
    }
  }

  private static List<EntityRef> refs(Chunk chunk) {
    var refs = new ArrayList<>(chunk.named());
    chunk.said().forEach(each -> refs.add(each.ref()));
    return refs;
  }
}
