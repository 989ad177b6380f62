package dev.portolan.catalog.dependency.http;

import dev.portolan.catalog.dependency.RollUp;
import dev.portolan.catalog.paging.Bounds;
import dev.portolan.catalog.paging.InvalidQueryException;
import dev.portolan.events.EntityRef;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks of what several questions ask with. */
public final class Asked {
  private static final int KEYS = 100;
  private static final int MOST_KEYS = 10_000;

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

  /**
   * How many keys of which roll-ups to name. Where nothing is said, the first {@value #KEYS} of
   * each.
   */
  public static Map<RollUp, Integer> rollUps(@Nullable Map<RollUp, Integer> rollUps) {
    if (rollUps == null) {
      return Arrays.stream(RollUp.values())
          .collect(Collectors.toMap(Function.identity(), rollUp -> KEYS));
    }
    rollUps.forEach(
        (rollUp, keys) -> {
          if (keys == null || keys < 0 || keys > MOST_KEYS) {
            throw new InvalidQueryException(
                "rollUps.%s is %s; it must be 0 to %d".formatted(rollUp, keys, MOST_KEYS));
          }
        });
    return rollUps;
  }

  static @Nullable List<String> relationTypes(@Nullable List<String> types) {
    return types == null ? null : Bounds.atMost(Bounds.LONGEST_FILTER, types, "relationTypes");
  }
}
