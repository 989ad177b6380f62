package dev.portolan.gateway.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list as a service answers it.
 *
 * @param total how many items the whole list has
 * @param endCursor where the service reads on; null when there is nothing more, or nothing at all
 */
public record Slice<T>(int total, List<T> items, @Nullable String endCursor, boolean hasNextPage) {}
