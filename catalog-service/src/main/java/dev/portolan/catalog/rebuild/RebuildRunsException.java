package dev.portolan.catalog.rebuild;

/** A second rebuild was asked for. */
public final class RebuildRunsException extends RuntimeException {
  RebuildRunsException() {
    super(
        "A rebuild is running already, or died less than %d seconds ago; GET"
                .formatted(RebuildDesk.SILENCE_SECONDS)
            + " /api/projection/rebuild says how far it is");
  }
}
