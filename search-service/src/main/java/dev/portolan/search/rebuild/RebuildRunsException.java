package dev.portolan.search.rebuild;

/** A second rebuild was asked of an instance. */
public final class RebuildRunsException extends RuntimeException {
  RebuildRunsException() {
    super("A rebuild of the index is running already; GET /api/projection/rebuild says how far");
  }
}
