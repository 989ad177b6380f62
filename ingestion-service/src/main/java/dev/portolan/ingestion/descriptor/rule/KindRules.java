package dev.portolan.ingestion.descriptor.rule;

import dev.portolan.ingestion.kind.DefinitionFaults;
import dev.portolan.ingestion.kind.KindDefinition;
import tools.jackson.databind.JsonNode;

/** What an entity keeps that defines a kind. */
final class KindRules {
  private KindRules() {}

  static void definesAKind(Descriptor descriptor, Findings findings) {
    if (descriptor.definition().filter(KindDefinition::isOfKinds).isEmpty()) {
      return;
    }
    JsonNode name = descriptor.metadata().path("name");
    DefinitionFaults.ofName(name.asString(""))
        .ifPresent(fault -> findings.problem("kind.name", "/metadata/name", name, fault));
    DefinitionFaults.ofNamespace(descriptor.namespace())
        .ifPresent(
            fault ->
                findings.problem(
                    "kind.namespace",
                    "/metadata/namespace",
                    descriptor.metadata().path("namespace"),
                    fault));
    // What the schema of the kind Kind finds is told as that of any kind.
    if (descriptor.spec().isObject()) {
      DefinitionFaults.beyondTheForm(descriptor.spec())
          .forEach(
              fault ->
                  findings.problem(
                      "kind." + fault.keyword(),
                      "/spec" + fault.field(),
                      fault.value(),
                      "In a definition of a kind: " + fault.message() + "."));
    }
  }
}
