package dev.portolan.search.query;

/** The index cannot be asked now; nothing is wrong with the search. */
public final class SearchUnavailableException extends RuntimeException {
  public SearchUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
