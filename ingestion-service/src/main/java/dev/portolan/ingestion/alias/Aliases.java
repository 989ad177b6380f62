package dev.portolan.ingestion.alias;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Who has which name.
 *
 * @param byName the entities by a reference that is not their own; an entity's own reference is
 *     nobody else's name while the entity exists
 */
public record Aliases(Map<EntityRef, List<Named>> byName) {

  /** Nobody has a name beside the own. */
  public static final Aliases NONE = new Aliases(Map.of());

  /**
   * To whom a reference leads: to who has the name, else to where it says.
   *
   * <p>Where several have it, those are meant that were described in the words of the same portal,
   * where names are unique; among them one of the same kind as the entity that refers, and then the
   * first by its reference.
   *
   * @param by the entity that refers
   */
  public EntityRef find(EntityRef target, Entity by) {
    return byName.getOrDefault(target, List.of()).stream()
        .min(
            Comparator.comparing((Named named) -> !named.dialect().equals(Alias.dialect(by)))
                .thenComparing(named -> !named.ref().kind().equals(by.ref().kind()))
                .thenComparing(Named::ref))
        .map(Named::ref)
        .orElse(target);
  }
}
