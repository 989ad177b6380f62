package dev.portolan.ingestion.history.http;

import dev.portolan.ingestion.history.postgres.PastStates;
import dev.portolan.ingestion.http.ApiException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The states of a moment, as lines. */
@RestController
class StatesController {
  private static final Logger log = LoggerFactory.getLogger(StatesController.class);

  /**
   * Each holds a connection for as long as its reader takes: the others are for those who write.
   */
  private static final int AT_ONCE = 3;

  private final PastStates states;
  private final Semaphore readers = new Semaphore(AT_ONCE);

  StatesController(PastStates states) {
    this.states = states;
  }

  @GetMapping("/api/history/states")
  void states(
      @RequestParam String asOf, @RequestParam String changedSince, HttpServletResponse response) {
    Instant moment = Moments.parse("asOf", asOf);
    Instant since = Moments.parse("changedSince", changedSince);
    if (since.isAfter(moment)) {
      throw ApiException.badRequest(
          "Not a span",
          "changedSince is " + since + ", which is after asOf, " + moment + "; it must not be.");
    }
    if (!readers.tryAcquire()) {
      throw ApiException.unavailable(
          "Too many at once",
          AT_ONCE + " others are reading the states of a moment. Ask again in a few seconds.");
    }
    try {
      stream(moment, since, new StateLines(response));
    } finally {
      readers.release();
    }
  }

  private void stream(Instant moment, Instant since, StateLines lines) {
    try {
      states.each(moment, since, lines::add);
      lines.end();
    } catch (UncheckedIOException e) {
      log.debug("Whoever read the states of {} is gone: {}", moment, e.getMessage());
    } catch (DataAccessException | TransactionException e) {
      // Where the connection is lost, it is the end of the transaction that fails, and says that.
      if (lines.takenBack()) {
        throw e;
      }
      log.warn("The states of {} broke off: {}", moment, e.getMessage());
      lines.breakOff();
    }
  }
}
