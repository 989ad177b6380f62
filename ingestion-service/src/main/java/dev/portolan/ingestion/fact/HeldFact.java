package dev.portolan.ingestion.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is held of a fact.
 *
 * @param key which fact
 * @param version its newest version; 0 when nobody ever spoke of it
 * @param value canonical JSON; null when it is withdrawn or was never said
 * @param source whose word the value is
 * @param observedAt when that source said so
 * @param heardAt when somebody last spoke of it, be it only to say the same
 * @param committedAt when that version was committed
 */
public record HeldFact(
    FactKey key,
    long version,
    @Nullable String value,
    String source,
    Instant observedAt,
    Instant heardAt,
    Instant committedAt) {

  /** Of which nobody ever spoke. */
  public static HeldFact nothing(FactKey key) {
    return new HeldFact(key, 0, null, "", Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);
  }

  /** The same, and somebody spoke of it. */
  HeldFact heard(Instant at) {
    return new HeldFact(key, version, value, source, observedAt, at, committedAt);
  }
}
