package dev.portolan.ingestion.reconciliation;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.observation.Observation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of an entity before a source speaks.
 *
 * @param ref the entity
 * @param version its newest version; 0 when it never existed
 * @param entity its state at that version; null when it does not exist now
 * @param committedAt when that version was committed; the epoch when there is none
 * @param observations what each source says of it, in any order
 */
public record Stored(
    EntityRef ref,
    long version,
    @Nullable Entity entity,
    Instant committedAt,
    List<Observation> observations) {

  /** Of an entity that nobody ever spoke of. */
  public static Stored nothing(EntityRef ref) {
    return new Stored(ref, 0, null, Instant.EPOCH, List.of());
  }
}
