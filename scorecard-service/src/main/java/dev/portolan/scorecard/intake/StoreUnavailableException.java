package dev.portolan.scorecard.intake;

/**
 * The store is away or out of order. No record is to blame: whoever applies changes tries again
 * until the store is back.
 */
public final class StoreUnavailableException extends RuntimeException {
  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
