package dev.portolan.outbox.relay;

/** Why a turn of the relay ended; the next begins after a pause. */
final class RelayException extends RuntimeException {
  RelayException(String message) {
    super(message);
  }

  RelayException(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
