package dev.portolan.ingestion.observation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which source a field of an entity comes from, and who says otherwise.
 *
 * @param path a JSON Pointer (RFC 6901) into the merged entity; an element of a set has its index
 * @param source the source that is believed
 * @param observedAt when it said so
 * @param value what it says
 * @param disagreements the sources that say something else, by precedence
 */
public record FieldProvenance(
    String path,
    String source,
    Instant observedAt,
    @Nullable Object value,
    List<Disagreement> disagreements) {

  /**
   * What another source says of the same field.
   *
   * @param source who
   * @param value what, never equal to the field's value
   * @param observedAt when
   */
  public record Disagreement(String source, @Nullable Object value, Instant observedAt) {}
}
