package dev.portolan.catalog.intake;

/**
 * The store lacks what came before a batch: it was emptied or restored. Nothing was applied; read
 * on from where the store is.
 */
public final class StoreBehindException extends RuntimeException {
  public StoreBehindException(String message) {
    super(message);
  }
}
