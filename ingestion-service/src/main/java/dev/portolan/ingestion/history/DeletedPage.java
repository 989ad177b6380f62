package dev.portolan.ingestion.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the entities that are deleted now, the newest deletion first.
 *
 * @param total how many there are
 * @param deleted those of this page
 * @param endCursor what to ask with for those that follow; null when there are none on this page
 * @param hasNextPage whether some follow
 */
public record DeletedPage(
    long total, List<Deleted> deleted, @Nullable String endCursor, boolean hasNextPage) {}
