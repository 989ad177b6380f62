package dev.portolan.catalog.projection.neo4j;

import java.util.List;
import org.neo4j.driver.exceptions.Neo4jException;

/** Whose fault it is that Neo4j refused. */
public enum Neo4jFault {
  /** What was written: it will be refused again. */
  CHANGE,
  /** Somebody else wrote at the same time, past the {@link WriterNode}: look again. */
  RACE,
  /** Neo4j itself, or the way to it. */
  STORE;

  /** What is too much for Neo4j in one go stays too much; one by one, most of it is not. */
  private static final List<String> OF_THE_CHANGE =
      List.of(
          "Neo.ClientError.Statement.",
          "Neo.ClientError.Schema.",
          "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
          "Neo.TransientError.General.TransactionOutOfMemoryError");

  /**
   * Decides by the code and not by the driver's class: the class for clients' errors also holds a
   * full connection pool, a terminated transaction and a wrong password.
   */
  public static Neo4jFault of(Neo4jException e) {
    if (e.code().equals("Neo.ClientError.Schema.ConstraintValidationFailed")
        || e.code().equals("Neo.ClientError.Statement.EntityNotFound")
        || e.code().equals("Neo.TransientError.Transaction.DeadlockDetected")) {
      return RACE;
    }
    return OF_THE_CHANGE.stream().anyMatch(e.code()::startsWith) ? CHANGE : STORE;
  }
}
