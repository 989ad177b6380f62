package dev.portolan.catalog.dependency.past;

import org.jspecify.annotations.Nullable;

/** The past is not to be had at the moment; the message says why, for who asked. */
public final class HistoryUnavailableException extends RuntimeException {
  public HistoryUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
