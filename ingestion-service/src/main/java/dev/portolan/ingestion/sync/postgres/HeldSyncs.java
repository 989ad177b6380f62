package dev.portolan.ingestion.sync.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.lease.postgres.Confirmations;
import dev.portolan.ingestion.sync.Sync;
import dev.portolan.ingestion.sync.SyncStatus;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Syncs that would retract so much that a person decides. */
@Component
public class HeldSyncs {
  private final SyncTable table;
  private final NamedRefs named;
  private final ChunkWriter writer;
  private final Confirmations confirmations;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  HeldSyncs(
      SyncTable table,
      NamedRefs named,
      ChunkWriter writer,
      Confirmations confirmations,
      TransactionTemplate transaction,
      InstantSource clock) {
    this.table = table;
    this.named = named;
    this.writer = writer;
    this.confirmations = confirmations;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** The first entities that a held sync would retract. */
  public List<EntityRef> absent(long sync, int first) {
    return named.absent(sync, first);
  }

  /** How many entities a held sync would retract. */
  public long absent(long sync) {
    return named.absent(sync);
  }

  /** Retracts what a held sync did not name, less what was named since. */
  public Sync approve(String source, long sync) {
    writer.retract(sync, source);
    table.end(sync, SyncStatus.HELD, SyncStatus.DONE, clock.instant());
    return table.find(source, sync).orElseThrow();
  }

  /**
   * Lets a held sync go: what it did not name stays, as a person stands in for it. That counts as
   * if the source had confirmed it, or it would be held again at once where a lease ran out.
   */
  public Sync reject(String source, long sync) {
    transaction.executeWithoutResult(
        _ -> {
          confirmations.confirmHeld(source, sync);
          drop(sync, "A person rejected it.");
        });
    return table.find(source, sync).orElseThrow();
  }

  /** A later full picture of the source makes a person's decision about an earlier one moot. */
  void supersede(String source, long by) {
    for (long earlier : table.unfinished(source)) {
      if (earlier < by) {
        drop(earlier, "The later full sync " + by + " took its place.");
      }
    }
  }

  private void drop(long sync, String reason) {
    if (table.end(sync, SyncStatus.HELD, SyncStatus.REJECTED, clock.instant())) {
      table.note(sync, reason);
      named.forget(sync);
    }
  }
}
