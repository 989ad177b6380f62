package dev.portolan.ingestion.schedule;

import dev.portolan.ingestion.lease.Leases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** Has leases looked at by the clock. Every instance has one; the database keeps them apart. */
@Component
class LeaseClock {
  private static final Logger log = LoggerFactory.getLogger(LeaseClock.class);

  private final Leases leases;

  LeaseClock(Leases leases) {
    this.leases = leases;
  }

  /** At a fixed rate, which is not on the thread that {@link Clockwork} ticks on. */
  @Scheduled(fixedRateString = "${portolan.schedule.tick}")
  void tick() {
    try {
      leases.check();
    } catch (DataAccessException | CannotCreateTransactionException e) {
      log.warn("PostgreSQL does not answer; what is not confirmed waits: {}", e.getMessage());
    }
  }
}
