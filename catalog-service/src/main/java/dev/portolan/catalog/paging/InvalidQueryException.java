package dev.portolan.catalog.paging;

import org.jspecify.annotations.Nullable;

/** What was asked makes no sense; the message says what, and what would. */
public final class InvalidQueryException extends RuntimeException {
  public InvalidQueryException(String message) {
    this(message, null);
  }

  public InvalidQueryException(String message, @Nullable Exception cause) {
    super(message, cause);
  }
}
