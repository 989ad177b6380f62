package dev.portolan.catalog.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the entities that a filter lets through.
 *
 * @param total how many it lets through in all
 * @param endCursor stands behind the last one; null when there is none
 */
public record EntityPage(
    long total, List<CatalogEntity> entities, @Nullable String endCursor, boolean hasNextPage) {}
