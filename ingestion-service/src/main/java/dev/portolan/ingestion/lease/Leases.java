package dev.portolan.ingestion.lease;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.lease.postgres.Silence;
import dev.portolan.ingestion.reconciliation.postgres.Reconciler;
import dev.portolan.ingestion.sync.postgres.Expiry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Marks what a source has not confirmed for its lease, and retracts what it has not confirmed for
 * another one. Each mark is an event once, when it is set and when it is taken off.
 */
@Component
public class Leases {
  private static final Logger log = LoggerFactory.getLogger(Leases.class);

  private final Silence silence;
  private final Reconciler reconciler;
  private final Expiry expiry;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  Leases(
      Silence silence,
      Reconciler reconciler,
      Expiry expiry,
      TransactionTemplate transaction,
      InstantSource clock) {
    this.silence = silence;
    this.reconciler = reconciler;
    this.expiry = expiry;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Looks wherever it is time to; when it returns, that is done. Safe to break off, and at any time
   * on several instances.
   */
  public synchronized void check() {
    // To the microsecond, which is what PostgreSQL keeps.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    silence.released().forEach(source -> unmark(source, now));
    for (String source : silence.due(now)) {
      unmark(source, now);
      long marked = mark(source, now);
      if (marked > 0) {
        log.info("Source {} has not confirmed {} entities in time: they are stale", source, marked);
      }
      expiry.of(source);
      silence.forgetOld(source, now);
    }
  }

  private long mark(String source, Instant now) {
    long marked = 0;
    List<EntityRef> refs = silence.unheard(source, now);
    while (!refs.isEmpty()) {
      marked += refs.size();
      change(refs, chunk -> silence.mark(source, chunk, now));
      refs = silence.unheard(source, now);
    }
    return marked;
  }

  private void unmark(String source, Instant now) {
    List<EntityRef> refs = silence.heard(source, now);
    while (!refs.isEmpty()) {
      change(refs, chunk -> silence.unmark(source, chunk, now));
      refs = silence.heard(source, now);
    }
  }

  private void change(List<EntityRef> refs, Consumer<List<EntityRef>> change) {
    transaction.executeWithoutResult(
        _ -> {
          reconciler.lock(refs);
          change.accept(refs);
          reconciler.mergeAgain(refs);
        });
  }
}
