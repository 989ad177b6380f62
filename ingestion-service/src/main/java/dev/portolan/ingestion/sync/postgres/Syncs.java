package dev.portolan.ingestion.sync.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.lease.postgres.Confirmations;
import dev.portolan.ingestion.reconciliation.Outcome;
import dev.portolan.ingestion.source.HoldThreshold;
import dev.portolan.ingestion.source.Source;
import dev.portolan.ingestion.source.postgres.SourceTable;
import dev.portolan.ingestion.sync.Chunk;
import dev.portolan.ingestion.sync.Completion;
import dev.portolan.ingestion.sync.Report;
import dev.portolan.ingestion.sync.Sync;
import dev.portolan.ingestion.sync.Sync.Mode;
import dev.portolan.ingestion.sync.Sync.Origin;
import dev.portolan.ingestion.sync.SyncRun;
import dev.portolan.ingestion.sync.SyncStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins syncs, takes their documents and ends them. */
@Component
public class Syncs {
  private static final Logger log = LoggerFactory.getLogger(Syncs.class);

  /** After which the next part of a full sync never comes. */
  private static final Duration LONGEST_SILENCE = Duration.ofHours(24);

  /** What was heard to be gone counts for so long with what goes next. */
  private static final Duration LATELY = Duration.ofMinutes(1);

  private final SyncTable table;
  private final NamedRefs named;
  private final HeldSyncs held;
  private final ChunkWriter writer;
  private final Confirmations confirmations;
  private final CatalogDefinitions definitions;
  private final SourceTable sources;
  private final Instance instance;
  private final SyncMetrics metrics;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  /** What this process has under way: to the others it says only that it lives. */
  private final Set<Long> running = ConcurrentHashMap.newKeySet();

  Syncs(
      SyncTable table,
      NamedRefs named,
      HeldSyncs held,
      ChunkWriter writer,
      Confirmations confirmations,
      CatalogDefinitions definitions,
      SourceTable sources,
      Instance instance,
      SyncMetrics metrics,
      TransactionTemplate transaction,
      InstantSource clock) {
    this.table = table;
    this.named = named;
    this.held = held;
    this.writer = writer;
    this.confirmations = confirmations;
    this.definitions = definitions;
    this.sources = sources;
    this.instance = instance;
    this.metrics = metrics;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Begins a full sync that this instance runs until it lets go of it. */
  public long begin(String source, Origin origin) {
    return begin(source, Mode.FULL, origin);
  }

  /**
   * Begins a delta of what was heard, which this instance runs until it lets go of it.
   *
   * @throws org.springframework.dao.DuplicateKeyException when the source is being read
   */
  public long beginHeard(String source) {
    return begin(source, Mode.DELTA, Origin.STREAM);
  }

  private long begin(String source, Mode mode, Origin origin) {
    // Against endAbandoned, which must not see the row before the number.
    synchronized (running) {
      long sync = begun(source, mode, origin, instance.number());
      running.add(sync);
      return sync;
    }
  }

  /**
   * This instance does no more for that sync. Where it could not even say how the sync ended, as
   * when PostgreSQL was away, the sync is ended by the clock; it would block its source otherwise.
   */
  public void letGo(long sync) {
    running.remove(sync);
  }

  /** Begins a sync whose documents come in several requests. */
  public long beginParts(String source, Mode mode) {
    return begun(source, mode, Origin.PARTS, null);
  }

  private long begun(String source, Mode mode, Origin origin, @Nullable Integer by) {
    return Objects.requireNonNull(
        transaction.execute(_ -> table.begin(source, mode, origin, by, clock)));
  }

  /**
   * Takes documents.
   *
   * @param sync the full sync that they belong to; null for a delta
   */
  public SyncRun run(String source, @Nullable Long sync) {
    return run(source, sync, writer::write);
  }

  /** Takes the documents of a part: of an entity that parts describe differently, the first's. */
  public SyncRun runPart(Sync sync) {
    return run(
        sync.source(),
        sync.mode() == Mode.FULL ? sync.id() : null,
        chunk -> writer.writePart(sync.id(), chunk));
  }

  private SyncRun run(
      String source, @Nullable Long full, Function<Chunk, Map<EntityRef, Outcome>> writer) {
    return new SyncRun(
        source,
        full,
        writer,
        definitions.of(source, () -> sources.find(source).orElseThrow().priority()));
  }

  /**
   * Names entities for the full syncs of the source that are under way or held, and answers with
   * the hash of what the source says of each.
   */
  public Map<EntityRef, String> name(String source, Collection<EntityRef> refs) {
    return writer.name(source, refs);
  }

  /** Whether no other full sync of the source is under way or held. */
  public boolean isAlone(String source, long sync) {
    return table.unfinished(source).stream().allMatch(each -> each == sync);
  }

  /**
   * Ends a sync that found everything to be as it was at the end of an earlier one.
   *
   * @param before the earlier sync
   */
  public void repeat(String source, long before, long sync) {
    table.repeat(before, sync, clock.instant());
    log.info("Sync {} of source {} found what sync {} did", sync, source, before);
  }

  /** Keeps a delta that is at its end, and answers with its number. */
  public long delta(String source, SyncStatus status, Report report, Instant startedAt) {
    metrics.documents(source, report);
    return table.delta(source, status, report, startedAt, clock.instant());
  }

  /** The source speaks of this entity no more. */
  public Outcome retract(String source, EntityRef ref) {
    return writer.retract(source, ref);
  }

  /**
   * The source speaks of these entities no more, as was heard. A table that is emptied row by row
   * waits for a person as one does that is read empty: with what else went lately they may be too
   * many, and then none of them is retracted.
   *
   * @return whether they are
   */
  public boolean retract(String source, long sync, List<EntityRef> refs) {
    long lately = table.retractedAsHeard(source, clock.instant().minus(LATELY));
    HoldThreshold hold = sources.find(source).orElseThrow().hold();
    if (hold.holds(refs.size() + lately, table.spokenOf(source) + lately)) {
      return false;
    }
    writer.retract(source, refs);
    table.retracted(sync, refs.size());
    return true;
  }

  /** Ends a delta of what was heard. */
  public void endHeard(long sync, Report report) {
    transaction.executeWithoutResult(
        _ -> {
          metrics.documents(table.add(sync, report), report);
          table.end(sync, SyncStatus.RUNNING, SyncStatus.DONE, clock.instant());
        });
  }

  /** A part of a sync begins; unless it is ended, the sync is no full picture. */
  public void beginPart(long sync) {
    table.partsUnderWay(sync, 1);
  }

  /** A part of a sync was read whole. */
  public void endPart(long sync, Report report) {
    transaction.executeWithoutResult(
        _ -> {
          table.partsUnderWay(sync, -1);
          metrics.documents(table.add(sync, report), report);
        });
  }

  /** Keeps what documents came to; the sync goes on. */
  public void add(long sync, Report report) {
    transaction.executeWithoutResult(_ -> metrics.documents(table.add(sync, report), report));
  }

  /** Ends a sync before its time: it retracts nothing. */
  public void fail(long sync, Report report, String reason) {
    transaction.executeWithoutResult(
        _ -> {
          String source = table.add(sync, report);
          metrics.documents(source, report);
          table.note(sync, reason);
          table.end(sync, SyncStatus.RUNNING, SyncStatus.FAILED, clock.instant());
          confirmations.confirmNamed(source, sync);
          named.forget(sync);
        });
  }

  /**
   * Ends a sync that turned out to bring only what is new: it was a delta, and retracts nothing.
   */
  public void endNews(long sync, Report report, String reason) {
    transaction.executeWithoutResult(
        _ -> {
          metrics.documents(table.add(sync, report), report);
          table.note(sync, reason);
          table.endAsDelta(sync, clock.instant());
          named.forget(sync);
        });
  }

  /** Ends a sync: a full one retracts what it did not name, or is held. */
  public Sync complete(String source, long sync) {
    @Nullable Completion completion = transaction.execute(_ -> decide(source, sync));
    if (completion instanceof Completion.Retract) {
      writer.retract(sync, source);
      transaction.executeWithoutResult(
          _ -> {
            table.end(sync, SyncStatus.RUNNING, SyncStatus.DONE, clock.instant());
            confirmations.confirmAll(source);
            named.forget(sync);
          });
    }
    Sync ended = table.find(source, sync).orElseThrow();
    log.info("Sync {} of source {} is {}: {}", sync, source, ended.status(), ended.counts());
    return ended;
  }

  /** Ends the syncs that nobody runs any more: their process was killed, their client is gone. */
  public void endAbandoned() {
    Instant now = clock.instant();
    int own = instance.number();
    synchronized (running) {
      transaction.executeWithoutResult(
          _ -> {
            for (long sync : table.endAbandoned(now, now.minus(LONGEST_SILENCE), own, running)) {
              log.warn("Sync {} was interrupted and is FAILED; run it again", sync);
              named.forget(sync);
            }
          });
    }
  }

  /** The sync of that number, if it is one of that source. */
  public Optional<Sync> find(String source, long sync) {
    return table.find(source, sync);
  }

  /** The newest syncs of a source. */
  public List<Sync> newest(String source, int first) {
    return table.newest(source, first);
  }

  /** As with one request: whose body broke off has failed, though what it said stays. */
  private void endDelta(Sync sync) {
    SyncStatus status = SyncStatus.DONE;
    if (sync.partsUnderWay() > 0) {
      status = SyncStatus.FAILED;
      table.note(sync.id(), sync.partsUnderWay() + " parts of the sync were not read whole.");
    }
    table.end(sync.id(), SyncStatus.RUNNING, status, clock.instant());
    named.forget(sync.id());
  }

  private @Nullable Completion decide(String source, long id) {
    Sync sync = table.lock(id).orElseThrow();
    if (sync.status() != SyncStatus.RUNNING) {
      return null;
    }
    if (sync.mode() == Mode.DELTA) {
      endDelta(sync);
      return null;
    }
    Source known = sources.find(source).orElseThrow();
    long absent = named.putDownAbsent(id, source);
    long lately = absent == 0 ? 0 : table.retractedAsHeard(source, sync.startedAt().minus(LATELY));
    Completion completion =
        Completion.of(
            new Completion.Named(
                sync.had() + lately,
                absent + lately,
                named.named(id),
                sync.nameless(),
                sync.partsUnderWay()),
            known.hold());
    switch (completion) {
      case Completion.Retract _ -> held.supersede(source, id);
      case Completion.Hold _ -> {
        held.supersede(source, id);
        table.move(id, SyncStatus.RUNNING, SyncStatus.HELD);
        confirmations.confirmNamed(source, id);
      }
      case Completion.Keep(String reason) -> {
        table.note(id, reason);
        table.end(id, SyncStatus.RUNNING, SyncStatus.DONE, clock.instant());
        confirmations.confirmNamed(source, id);
        named.forget(id);
      }
    }
    return completion;
  }
}
