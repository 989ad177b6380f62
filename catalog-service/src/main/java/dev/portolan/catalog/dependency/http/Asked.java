package dev.portolan.catalog.dependency.http;

import dev.portolan.catalog.paging.Bounds;
import dev.portolan.catalog.paging.InvalidQueryException;
import dev.portolan.events.EntityRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks of what several questions ask with. */
public final class Asked {
  private Asked() {}

  /**
   * The reference.
   *
   * @throws InvalidQueryException when it is missing
   */
  public static EntityRef ref(@Nullable EntityRef ref, String name) {
    if (ref == null) {
      throw new InvalidQueryException(name + " is missing");
    }
    return ref;
  }

  static @Nullable Integer maxDepth(@Nullable Integer maxDepth) {
    if (maxDepth != null && maxDepth < 1) {
      throw new InvalidQueryException("maxDepth is " + maxDepth + "; the least is 1");
    }
    return maxDepth;
  }

  static @Nullable List<String> relationTypes(@Nullable List<String> types) {
    return types == null ? null : Bounds.atMost(Bounds.LONGEST_FILTER, types, "relationTypes");
  }
}
