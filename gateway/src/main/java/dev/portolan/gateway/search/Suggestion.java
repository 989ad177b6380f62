package dev.portolan.gateway.search;

import dev.portolan.events.EntityRef;
import org.jspecify.annotations.Nullable;

/**
 * What a person who types may want.
 *
 * @param kind {@code KEY}, {@code VALUE} or {@code ENTITY}
 * @param text all that stands in the field once it is chosen
 * @param label what to show of it
 * @param ref of an entity
 * @param count how many entities have the value
 */
public record Suggestion(
    Kind kind, String text, String label, @Nullable EntityRef ref, @Nullable Integer count) {

  /** What can be suggested. */
  public enum Kind {
    KEY,
    VALUE,
    ENTITY
  }
}
