package dev.portolan.ingestion.schedule;

import dev.portolan.ingestion.kind.postgres.CatalogKinds;
import dev.portolan.ingestion.reconciliation.postgres.DueMerges;
import dev.portolan.ingestion.reconciliation.postgres.KindChanges;
import dev.portolan.ingestion.reconciliation.postgres.PriorityChanges;
import dev.portolan.ingestion.source.Timetable;
import dev.portolan.ingestion.source.postgres.SourceTable;
import dev.portolan.ingestion.source.postgres.Timetables;
import dev.portolan.ingestion.sync.postgres.Syncs;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Does what is due: ends syncs that nobody runs any more, merges again where a priority, a name or
 * a kind changed, and reads sources on their schedules and where somebody told that they have
 * something new. Every instance has one; the database keeps them apart.
 */
@Component
class Clockwork {
  private static final Logger log = LoggerFactory.getLogger(Clockwork.class);

  private final Syncs syncs;
  private final PriorityChanges priorities;
  private final DueMerges merges;
  private final CatalogKinds kinds;
  private final KindChanges kindChanges;
  private final Timetables timetables;
  private final SourceTable sources;
  private final AdapterRuns runs;
  private final InstantSource clock;

  Clockwork(
      Syncs syncs,
      PriorityChanges priorities,
      DueMerges merges,
      CatalogKinds kinds,
      KindChanges kindChanges,
      Timetables timetables,
      SourceTable sources,
      AdapterRuns runs,
      InstantSource clock) {
    this.syncs = syncs;
    this.priorities = priorities;
    this.merges = merges;
    this.kinds = kinds;
    this.kindChanges = kindChanges;
    this.timetables = timetables;
    this.sources = sources;
    this.runs = runs;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${portolan.schedule.tick}")
  void tick() {
    try {
      syncs.endAbandoned();
      priorities.mergeAgain();
      merges.mergeAgain();
      kinds.refresh();
      kindChanges.mergeAgain();
      Instant now = clock.instant();
      timetables.all().stream()
          .filter(each -> each.isDue(now))
          .map(Timetable::source)
          .forEach(this::start);
    } catch (DataAccessException e) {
      log.warn("PostgreSQL does not answer; what is due waits: {}", e.getMessage());
    }
  }

  private void start(String name) {
    try {
      sources.find(name).ifPresent(runs::start);
    } catch (DuplicateKeyException e) {
      log.debug("Source {} is being read by another instance", name);
    } catch (IllegalStateException e) {
      log.warn("Source {} cannot be read: {}", name, e.getMessage());
    }
  }
}
