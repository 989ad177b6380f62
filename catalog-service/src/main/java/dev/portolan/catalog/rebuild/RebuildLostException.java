package dev.portolan.catalog.rebuild;

/** This rebuild must not go on: it was silent for too long, or the store is not the one it was. */
public final class RebuildLostException extends RuntimeException {
  public RebuildLostException() {
    super("The store does not know of this rebuild any more: it was emptied, or another one began");
  }
}
