package dev.portolan.gateway.relation;

import dev.portolan.events.RelationType;
import org.jspecify.annotations.Nullable;

/** Which end of a relation an entity is. */
public enum RelationDirection {
  OUT,
  IN,
  BOTH;

  /**
   * The direction that somebody means who names none: the one in which the type reads, and both
   * where no type is named or nobody here knows it.
   */
  public static RelationDirection meantBy(@Nullable String type) {
    for (RelationType known : RelationType.builtIn()) {
      if (known.name().equals(type)) {
        return OUT;
      }
      if (known.inverse().equals(type)) {
        return IN;
      }
    }
    return BOTH;
  }
}
