package dev.portolan.gateway.relation;

import dev.portolan.events.EntityRef;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A relation, seen from one of its ends.
 *
 * @param type its name in this direction
 * @param ref the other end
 * @param dangling whether the target does not exist
 */
public record RelationView(
    String type,
    EntityRef ref,
    RelationDirection direction,
    boolean dangling,
    Map<String, @Nullable Object> attributes) {

  /** Takes absent attributes for empty ones. */
  public RelationView {
    attributes = attributes == null ? Map.of() : attributes;
  }
}
