package dev.portolan.catalog.entity.http;

import dev.portolan.catalog.entity.EntityFilter;
import dev.portolan.catalog.paging.Bounds;
import dev.portolan.catalog.paging.InvalidQueryException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps filters to a size that a query can be made of. */
final class FilterBounds {
  private FilterBounds() {}

  static EntityFilter checked(@Nullable EntityFilter filter) {
    if (filter == null) {
      return EntityFilter.ALL;
    }
    check(filter.kind(), "kind");
    check(filter.namespace(), "namespace");
    check(filter.name(), "name");
    check(filter.ref(), "ref");
    check(filter.owner(), "owner");
    check(filter.system(), "system");
    check(filter.type(), "type");
    check(filter.lifecycle(), "lifecycle");
    check(filter.tag(), "tag");
    check(filter.label(), "label");
    if (filter.label() != null && filter.label().stream().anyMatch(label -> label.key() == null)) {
      throw new InvalidQueryException("filter.label has a label without key; say which one");
    }
    return filter;
  }

  private static void check(@Nullable List<?> values, String name) {
    if (values != null) {
      Bounds.atMost(Bounds.LONGEST_FILTER, values, "filter." + name);
    }
  }
}
