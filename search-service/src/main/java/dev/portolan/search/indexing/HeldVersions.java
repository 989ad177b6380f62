package dev.portolan.search.indexing;

import java.util.Map;

/** Which entities an index holds. */
@FunctionalInterface
public interface HeldVersions {
  /**
   * Of every entity the version, as of one moment after the call began; all of it in memory.
   *
   * @throws dev.portolan.search.intake.StoreUnavailableException when the index is away
   */
  Map<String, Long> versions();
}
