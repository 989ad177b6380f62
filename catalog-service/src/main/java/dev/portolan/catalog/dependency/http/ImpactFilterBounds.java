package dev.portolan.catalog.dependency.http;

import dev.portolan.catalog.dependency.ImpactFilter;
import dev.portolan.catalog.paging.Bounds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps filters to a size that is quick to compare with. */
public final class ImpactFilterBounds {
  private ImpactFilterBounds() {}

  /**
   * The filter in the form in which it is compared.
   *
   * @throws dev.portolan.catalog.paging.InvalidQueryException when a list is too long or holds null
   * @throws IllegalArgumentException when a reference is none
   */
  public static ImpactFilter checked(@Nullable ImpactFilter filter) {
    if (filter == null) {
      return ImpactFilter.ALL;
    }
    check(filter.kind(), "kind");
    check(filter.owner(), "owner");
    check(filter.system(), "system");
    check(filter.domain(), "domain");
    check(filter.tier(), "tier");
    check(filter.lifecycle(), "lifecycle");
    check(filter.tag(), "tag");
    return filter.canonical();
  }

  private static void check(@Nullable List<String> values, String name) {
    if (values != null) {
      Bounds.atMost(Bounds.LONGEST_FILTER, values, "filter." + name);
    }
  }
}
