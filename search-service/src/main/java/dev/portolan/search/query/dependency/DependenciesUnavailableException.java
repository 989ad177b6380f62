package dev.portolan.search.query.dependency;

/** Nobody says what depends on what; without that a search would answer too much or too little. */
public final class DependenciesUnavailableException extends RuntimeException {
  /** Says so in a sentence. */
  public DependenciesUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
