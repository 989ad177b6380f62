package dev.portolan.cli.importing.cortex;

import dev.portolan.cli.importing.Cel;
import dev.portolan.cli.importing.Condition;

/** Which entities of Portolan stand for those of a type of Cortex. */
final class Kinds {
  private Kinds() {}

  /** That an entity is of a type: Cortex has service, domain and team, and what users add. */
  static Condition isOf(String type) {
    return switch (type) {
      case "service" ->
          Condition.all(Condition.of("entity.kind == 'Component'"), hasType("service"));
      case "domain" -> Condition.of("entity.kind == 'Domain'");
      case "team" -> Condition.of("entity.kind == 'Group'");
      default -> hasType(type);
    };
  }

  private static Condition hasType(String type) {
    return Condition.all(
        Cel.has("entity.spec", "type"), Condition.of("entity.spec.type == " + Cel.text(type)));
  }
}
