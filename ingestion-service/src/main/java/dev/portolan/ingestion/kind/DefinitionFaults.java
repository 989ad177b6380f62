package dev.portolan.ingestion.kind;

import dev.portolan.events.EntityRef;
import dev.portolan.events.NamingRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What is wrong with an entity that defines a kind, beyond the form of its fields. */
public final class DefinitionFaults {
  /** The kind of references that look up a name, whatever kind it is of. */
  private static final String ALIAS = "alias";

  private DefinitionFaults() {}

  /** Why an entity of that name cannot define a kind. */
  public static Optional<String> ofName(String name) {
    if (!NamingRule.KIND.allows(name)) {
      return Optional.of(
          "The name is the kind, which must be " + NamingRule.KIND.words() + ", such as AiAgent.");
    }
    if (Kinds.isBuiltIn(name)) {
      return Optional.of(
          "The kind "
              + Kinds.shipped().named(name).orElseThrow().kind()
              + " comes with Portolan and cannot be defined otherwise: define one of another name.");
    }
    return name.equalsIgnoreCase(ALIAS)
        ? Optional.of(
            "References such as alias:default/x look up a name: no kind can be so called.")
        : Optional.empty();
  }

  /** Why an entity of that namespace cannot define a kind. */
  public static Optional<String> ofNamespace(String namespace) {
    return namespace.equalsIgnoreCase(EntityRef.DEFAULT_NAMESPACE)
        ? Optional.empty()
        : Optional.of("A kind holds in all namespaces, and is defined in the namespace default.");
  }

  /** What is wrong with its spec; the field of each is a pointer into the spec. */
  public static List<SpecFault> ofSpec(JsonNode spec) {
    List<SpecFault> faults = formOf(spec);
    return faults.isEmpty() ? beyondTheForm(spec) : faults;
  }

  /** The same, but for the form of its fields; none when that is wrong already. */
  public static List<SpecFault> beyondTheForm(JsonNode spec) {
    if (!formOf(spec).isEmpty()) {
      return List.of();
    }
    List<SpecFault> faults = new ArrayList<>(SchemaFaults.of(spec.path("schema"), "/schema"));
    repeatedFields(spec.path("relations"), faults);
    faults.addAll(TroubleFaults.of(spec.path("relations")));
    return faults;
  }

  private static List<SpecFault> formOf(JsonNode spec) {
    return Kinds.shipped().named(KindDefinition.KIND).orElseThrow().faults(spec);
  }

  private static void repeatedFields(JsonNode relations, List<SpecFault> faults) {
    Set<JsonNode> fields = new HashSet<>();
    for (int index = 0; index < relations.size(); index++) {
      JsonNode field = relations.get(index).path("field");
      if (!fields.add(field)) {
        faults.add(
            new SpecFault(
                "/relations/" + index + "/field",
                "relations",
                "a relation before has this field, and a field makes relations of one type",
                field));
      }
    }
  }
}
