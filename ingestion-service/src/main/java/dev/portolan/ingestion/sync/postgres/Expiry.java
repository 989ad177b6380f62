package dev.portolan.ingestion.sync.postgres;

import dev.portolan.ingestion.source.postgres.SourceTable;
import dev.portolan.ingestion.sync.Sync;
import dev.portolan.ingestion.sync.Sync.Origin;
import dev.portolan.ingestion.sync.SyncStatus;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The end of what a source has not confirmed for two leases. */
@Component
public class Expiry {
  private static final Logger log = LoggerFactory.getLogger(Expiry.class);

  private final Syncs syncs;
  private final SyncTable table;
  private final NamedRefs named;
  private final ChunkWriter writer;
  private final SourceTable sources;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  Expiry(
      Syncs syncs,
      SyncTable table,
      NamedRefs named,
      ChunkWriter writer,
      SourceTable sources,
      TransactionTemplate transaction,
      InstantSource clock) {
    this.syncs = syncs;
    this.table = table;
    this.named = named;
    this.writer = writer;
    this.sources = sources;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Retracts what has been stale for another lease of the source. When so much is stale that a
   * person should look, all of that is held instead: a source that died goes bit by bit, as it had
   * confirmed bit by bit. Waits for whatever is under way or held already.
   */
  public void of(String source) {
    Instant now = clock.instant();
    if (!table.unfinished(source).isEmpty() || !named.hasExpired(source, now)) {
      return;
    }
    long sync = syncs.begin(source, Origin.LEASE);
    try {
      if (Boolean.TRUE.equals(transaction.execute(_ -> isHeld(source, sync, now)))) {
        log.warn("Sync {} of source {} is held: too much is stale", sync, source);
        return;
      }
      writer.retract(sync, source);
      table.end(sync, SyncStatus.RUNNING, SyncStatus.DONE, clock.instant());
      log.info("Sync {} retracts what source {} has not confirmed for two leases", sync, source);
    } finally {
      syncs.letGo(sync);
    }
  }

  private boolean isHeld(String source, long id, Instant now) {
    Sync sync = table.lock(id).orElseThrow();
    if (!sources.find(source).orElseThrow().hold().holds(named.stale(source), sync.had())) {
      named.putDownExpired(id, source, now);
      return false;
    }
    long stale = named.putDownStale(id, source, now);
    table.note(id, stale + " of " + sync.had() + " entities were not confirmed for a lease.");
    return table.move(id, SyncStatus.RUNNING, SyncStatus.HELD);
  }
}
