package dev.portolan.catalog.projection;

import dev.portolan.catalog.projection.Edge.End;
import org.jspecify.annotations.Nullable;

/**
 * Who says that an edge exists. It stays until nobody does: a team may name its member, and the
 * member its team, and either may fall silent.
 *
 * @param bySource the attributes that the source declares, as JSON; null when it declares no edge
 * @param byTarget the attributes that the target declares, as JSON; null when it declares no edge
 */
public record Declarations(@Nullable String bySource, @Nullable String byTarget) {
  /** Nobody says so. */
  public static final Declarations NONE = new Declarations(null, null);

  /** The attributes of an edge that has none, as JSON. */
  public static final String NO_ATTRIBUTES = "{}";

  /** Whether the edge exists. */
  public boolean exist() {
    return bySource != null || byTarget != null;
  }

  Declarations with(End end, @Nullable String attributes) {
    return switch (end) {
      case SOURCE -> new Declarations(attributes, byTarget);
      case TARGET -> new Declarations(bySource, attributes);
    };
  }
}
