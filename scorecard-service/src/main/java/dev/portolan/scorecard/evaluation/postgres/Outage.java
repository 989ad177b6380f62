package dev.portolan.scorecard.evaluation.postgres;

import java.sql.SQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/** Tells a store that is away, or out of step, from a change that it does not take. */
final class Outage {
  private Outage() {}

  /** PostgreSQL's class of what exceeds its limits, whoever runs it. */
  private static final String LIMIT_EXCEEDED = "54";

  /**
   * Whether the same may succeed later: no connection, a lost one, a server that stops, is full or
   * only reads, a table that is not there yet, a deadlock, a timeout. Of what the database says
   * only a value that it does not take is the change's fault; to blame the change for anything else
   * would set the whole topic aside.
   */
  static boolean isToBlameFor(RuntimeException e) {
    return switch (e) {
      case TransactionException _ -> true;
      case DataIntegrityViolationException _ -> false;
      case DataAccessException access -> !isBeyondLimits(access);
      default -> false;
    };
  }

  private static boolean isBeyondLimits(DataAccessException e) {
    return e.getMostSpecificCause() instanceof SQLException cause
        && cause.getSQLState() != null
        && cause.getSQLState().startsWith(LIMIT_EXCEEDED);
  }
}
