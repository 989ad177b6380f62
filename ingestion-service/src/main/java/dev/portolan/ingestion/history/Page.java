package dev.portolan.ingestion.history;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of an entity's changes, the newest first.
 *
 * @param total how many there are
 * @param changes each an event as it was published
 * @param endCursor what to ask with for those that follow; null when there are none on this page
 * @param hasNextPage whether some follow
 */
public record Page(
    long total, List<Event> changes, @Nullable String endCursor, boolean hasNextPage) {

  /** An event as it was published, in JSON: it is handed on without being read. */
  public record Event(@JsonRawValue @JsonValue String json) {}
}
