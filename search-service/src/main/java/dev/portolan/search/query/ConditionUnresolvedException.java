package dev.portolan.search.query;

/**
 * Whoever knows for which entities a condition holds does not answer; without that a search would
 * find too much or too little.
 */
public final class ConditionUnresolvedException extends RuntimeException {
  /** Says so in a sentence. */
  public ConditionUnresolvedException(String message, Throwable cause) {
    super(message, cause);
  }
}
