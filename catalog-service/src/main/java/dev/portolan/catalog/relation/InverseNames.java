package dev.portolan.catalog.relation;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.portolan.events.RelationType;
import java.util.Map;

/** The names of relation types, seen from the target. */
public final class InverseNames {
  /** The inverse name of each stored one. A type that nobody has defined has none. */
  public static final Map<String, String> OF_STORED =
      RelationType.builtIn().stream()
          .collect(toUnmodifiableMap(RelationType::name, RelationType::inverse));

  private static final Map<String, String> STORED =
      RelationType.builtIn().stream()
          .collect(toUnmodifiableMap(RelationType::inverse, RelationType::name));

  private InverseNames() {}

  /** The stored name of a type, by either of its names. */
  public static String stored(String type) {
    return STORED.getOrDefault(type, type);
  }
}
