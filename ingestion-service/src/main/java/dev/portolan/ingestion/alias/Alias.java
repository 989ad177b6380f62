package dev.portolan.ingestion.alias;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.events.NamingRule;
import dev.portolan.ingestion.kind.KindDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A name by which entities are referred to beside their own reference.
 *
 * <p>Other portals name the target of a relation without its kind, or by an alias. Such a reference
 * is written {@code alias:namespace/name}; the relation leads to whoever has the name, and dangles
 * under that reference while nobody has.
 */
public final class Alias {
  /** Stands for a kind that is not said. */
  public static final String KIND = "alias";

  /** The annotation with further names of an entity, with commas between. */
  public static final String NAMES = "portolan.dev/aliases";

  /** The annotation with the other portal in whose words an entity was described. */
  public static final String DIALECT = "portolan.dev/dialect";

  /** Of more names of one entity the rest is not looked at. */
  private static final int MOST_NAMES = 100;

  private Alias() {}

  /** The portal in whose words an entity was described; empty for a descriptor. */
  public static String dialect(Entity entity) {
    return entity.annotations().getOrDefault(DIALECT, "");
  }

  /** Whether those to whom an entity refers are looked up by all their names. */
  public static boolean isUsedBy(Entity entity) {
    return !dialect(entity).isEmpty();
  }

  /**
   * All references under which an entity is found beside its own. What defines a kind is nobody to
   * refer to: it would take a reference for itself that means an entity of the kind's name.
   */
  public static Set<EntityRef> of(Entity entity) {
    if (entity.kind().equals(KindDefinition.KIND)) {
      return Set.of();
    }
    EntityRef ref = entity.ref();
    Set<EntityRef> aliases = new TreeSet<>();
    aliases.add(new EntityRef(KIND, ref.namespace(), ref.name()));
    for (String name : names(entity)) {
      aliases.add(new EntityRef(KIND, ref.namespace(), name));
      aliases.add(new EntityRef(ref.kind(), ref.namespace(), name));
    }
    aliases.remove(ref);
    return aliases;
  }

  private static List<String> names(Entity entity) {
    return Arrays.stream(entity.annotations().getOrDefault(NAMES, "").split(",", -1))
        .map(String::strip)
        .filter(NamingRule.NAME::allows)
        .limit(MOST_NAMES)
        .toList();
  }
}
