package dev.portolan.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * That one entity is related to another, in the one direction that is stored.
 *
 * @param type the name of a {@link RelationType}, such as {@code dependsOn}
 * @param target the other entity, which may not exist: then the relation is dangling
 * @param attributes what a source says of the relation itself; empty as a rule
 */
public record Relation(
    String type,
    EntityRef target,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, @Nullable Object> attributes) {

  /** Takes an absent map of attributes, as the wire leaves it out, for an empty one. */
  public Relation {
    attributes = Absent.toEmpty(attributes);
  }

  /** A relation of which nothing more is said. */
  public Relation(String type, EntityRef target) {
    this(type, target, Map.of());
  }
}
