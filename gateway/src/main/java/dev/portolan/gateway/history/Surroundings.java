package dev.portolan.gateway.history;

import dev.portolan.events.EntityRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity and what is around it.
 *
 * @param complete false when something was left out, for the reason given
 */
public record Surroundings(
    List<EntityRef> refs, boolean complete, @Nullable String incompleteReason) {

  /** Nothing is left out of one entity alone. */
  public static Surroundings alone(EntityRef ref) {
    return new Surroundings(List.of(ref), true, null);
  }
}
