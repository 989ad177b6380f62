package dev.portolan.catalog.rebuild;

/** A second rebuild or audit was asked for. */
public final class RebuildRunsException extends RuntimeException {
  RebuildRunsException() {
    super(
        "A rebuild or an audit is running already, or died less than %d seconds ago; GET"
                .formatted(RebuildDesk.SILENCE_SECONDS)
            + " /api/projection/rebuild says how far the last rebuild is");
  }
}
