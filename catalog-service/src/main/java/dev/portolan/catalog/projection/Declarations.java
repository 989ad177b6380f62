package dev.portolan.catalog.projection;

import dev.portolan.catalog.projection.Edge.End;
import java.util.HashMap;
import java.util.Map;
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

  /** Whether anything is said of the edge beside that it exists. */
  public boolean haveAttributes() {
    return isMore(bySource) || isMore(byTarget);
  }

  private static boolean isMore(@Nullable String attributes) {
    return attributes != null && !attributes.equals(NO_ATTRIBUTES);
  }

  /** What the source says of the edge, and what the target adds. */
  public Map<String, @Nullable Object> attributes() {
    Map<String, @Nullable Object> attributes = new HashMap<>(AttributesJson.read(byTarget));
    attributes.putAll(AttributesJson.read(bySource));
    return attributes;
  }

  Declarations with(End end, @Nullable String attributes) {
    return switch (end) {
      case SOURCE -> new Declarations(attributes, byTarget);
      case TARGET -> new Declarations(bySource, attributes);
    };
  }
}
