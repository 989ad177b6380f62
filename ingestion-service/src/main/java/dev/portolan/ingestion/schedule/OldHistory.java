package dev.portolan.ingestion.schedule;

import dev.portolan.ingestion.history.postgres.HistoryProperties;
import dev.portolan.ingestion.history.postgres.Purge;
import dev.portolan.ingestion.sync.postgres.OldSyncs;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Purges old history and old syncs by the clock. Every instance has one; the database keeps them
 * apart.
 */
@Component
class OldHistory {
  private static final Logger log = LoggerFactory.getLogger(OldHistory.class);

  private final Purge purge;
  private final OldSyncs syncs;
  private final HistoryProperties properties;
  private final InstantSource clock;

  OldHistory(Purge purge, OldSyncs syncs, HistoryProperties properties, InstantSource clock) {
    this.purge = purge;
    this.syncs = syncs;
    this.properties = properties;
    this.clock = clock;
  }

  /** At a fixed rate, which is not on the thread that {@link Clockwork} ticks on. */
  @Scheduled(fixedRateString = "${portolan.history.purge-every}")
  void purge() {
    try {
      purge.until(clock.instant().minus(properties.retention()));
      syncs.forget(clock.instant());
    } catch (DataAccessException | CannotCreateTransactionException e) {
      log.warn("PostgreSQL does not answer; the purge of old history waits: {}", e.getMessage());
    }
  }
}
