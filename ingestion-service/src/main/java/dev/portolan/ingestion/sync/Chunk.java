package dev.portolan.ingestion.sync;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.observation.Description;
import dev.portolan.ingestion.original.Original;
import java.util.Collection;
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
    Collection<EntityRef> named) {}
