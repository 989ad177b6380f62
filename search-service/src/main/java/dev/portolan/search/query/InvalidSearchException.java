package dev.portolan.search.query;

import org.jspecify.annotations.Nullable;

/** A search that cannot be run as it was asked; the message says what to change. */
public final class InvalidSearchException extends RuntimeException {
  private final String field;
  private final @Nullable Integer at;

  /**
   * Says what is wrong with a field of the request.
   *
   * @param field such as {@code text} or {@code filter.owner}
   * @param message a sentence for the person who searches
   */
  public InvalidSearchException(String field, String message) {
    this(field, message, null);
  }

  /**
   * Says what is wrong at a place of a field.
   *
   * @param at the character of the field, from 0; null for all of it
   */
  public InvalidSearchException(String field, String message, @Nullable Integer at) {
    super(message);
    this.field = field;
    this.at = at;
  }

  /** The offending field of the request. */
  public String field() {
    return field;
  }

  /** The offending character of that field, from 0; null when it is all of it. */
  public @Nullable Integer at() {
    return at;
  }
}
