package dev.portolan.search.intake.kafka;

import org.jspecify.annotations.Nullable;

/** Nobody said how far this reader is. */
final class LagUnknownException extends RuntimeException {
  LagUnknownException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
