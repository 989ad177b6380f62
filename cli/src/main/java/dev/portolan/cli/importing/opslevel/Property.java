package dev.portolan.cli.importing.opslevel;

import dev.portolan.cli.importing.Cel;
import dev.portolan.cli.importing.Condition;
import dev.portolan.cli.importing.FactNames;
import dev.portolan.cli.importing.UntranslatableException;
import java.util.List;

/**
 * Where Portolan has what OpsLevel knows of a service.
 *
 * @param guards what must hold for it to be there
 */
record Property(String cel, List<Condition> guards) {

  /**
   * A property of every service ({@code ServicePropertyTypeEnum} and {@code PredicateKeyEnum} of
   * OpsLevel/opslevel-go, enum.go).
   */
  static Property named(String name) throws UntranslatableException {
    return switch (name) {
      case "description" -> direct("description");
      case "name" -> direct("title");
      case "language", "framework", "product" -> in("entity.spec", name);
      case "lifecycle_index" -> in("entity.spec", "lifecycle");
      case "tier_index" -> label("tier");
      case "system", "system_id" -> in("entity.spec", "system");
      case "owner", "owner_id" -> in("entity.spec", "owner");
      default ->
          throw new UntranslatableException("an entity has nothing like the property " + name);
    };
  }

  /** A tag, which is a label of Portolan: a key and one value. */
  static Property label(String key) {
    return label(key, "entity");
  }

  /** A tag of an entity that goes by that name in the expression. */
  static Property label(String key, String entity) {
    String text = Cel.text(key);
    return new Property(
        entity + ".labels[" + text + "]",
        List.of(Condition.of(text + " in " + entity + ".labels")));
  }

  /** A custom property, each a fact by itself. */
  static Property custom(String key, FactNames facts) throws UntranslatableException {
    return in("facts", facts.of(key));
  }

  private static Property direct(String name) {
    return in("entity", name);
  }

  private static Property in(String map, String name) {
    return new Property(Cel.member(map, name), List.of(Cel.has(map, name)));
  }

  /** Whether it is an index of levels of OpsLevel's own, of which Portolan has the name alone. */
  static boolean isIndex(String name) {
    return name.equals("lifecycle_index") || name.equals("tier_index");
  }

  /** Whether it is the id of something in OpsLevel, which means nothing elsewhere. */
  static boolean isId(String name) {
    return name.endsWith("_id") || name.endsWith("_ids");
  }
}
