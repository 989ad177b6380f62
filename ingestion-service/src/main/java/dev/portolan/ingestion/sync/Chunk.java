package dev.portolan.ingestion.sync;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.observation.Description;
import dev.portolan.ingestion.original.Original;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * As much of what a source says as is written in one transaction.
 *
 * @param source who says it
 * @param sync the full sync that it belongs to; null for a delta
 * @param said descriptions, at most one of each entity
 * @param originals the texts of descriptions, where they were written by hand or stand in a file
 * @param named entities that are named by documents which were rejected
 */
public record Chunk(
    String source,
    @Nullable Long sync,
    Collection<Description> said,
    Collection<Original> originals,
    Collection<EntityRef> named) {

  /** The same, without what is said of these entities. */
  public Chunk without(Set<EntityRef> refs) {
    return refs.isEmpty()
        ? this
        : new Chunk(
            source,
            sync,
            said.stream().filter(each -> !refs.contains(each.ref())).toList(),
            originals.stream().filter(each -> !refs.contains(each.ref())).toList(),
            named);
  }
}
