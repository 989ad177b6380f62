package dev.portolan.scorecard.intake;

/** A record's value is no entity change; the message completes the sentence "the record …". */
final class UnreadableChangeException extends RuntimeException {
  UnreadableChangeException(String reason) {
    super(reason);
  }

  UnreadableChangeException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
