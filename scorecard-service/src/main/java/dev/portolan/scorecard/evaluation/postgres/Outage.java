package dev.portolan.scorecard.evaluation.postgres;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells a store that is away, or out of step, from a change that it does not take. */
final class Outage {
  private Outage() {}

  /**
   * Whether the same may succeed later: no connection, a lost one, a server that stops or is full,
   * a deadlock, a timeout.
   */
  static boolean isToBlameFor(RuntimeException e) {
    return e instanceof TransientDataAccessException
        || e instanceof DataAccessResourceFailureException
        || e instanceof RecoverableDataAccessException
        || e instanceof TransactionException;
  }
}
