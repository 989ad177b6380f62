package dev.portolan.search.query;

/** A search that cannot be run as it was asked; the message says what to change. */
public final class InvalidSearchException extends RuntimeException {
  private final String field;

  /**
   * Says what is wrong with a field of the request.
   *
   * @param field such as {@code text} or {@code filter.owner}
   * @param message a sentence for the person who searches
   */
  public InvalidSearchException(String field, String message) {
    super(message);
    this.field = field;
  }

  /** The offending field of the request. */
  public String field() {
    return field;
  }
}
