package dev.portolan.ingestion.descriptor.rule;

import dev.portolan.ingestion.descriptor.body.Pointers;
import dev.portolan.ingestion.kind.SpecFault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the spec keeps, as the definition of the kind says it. */
final class SpecRules {
  private static final Set<String> KNOWN = Set.of("apiVersion", "kind", "metadata", "spec");

  private SpecRules() {}

  static void isMapping(Descriptor descriptor, Findings findings) {
    JsonNode spec = descriptor.spec();
    if (!spec.isObject()) {
      findings.problem(
          "spec", "/spec", spec, "The spec must be a mapping, and it is " + Words.of(spec) + ".");
    }
  }

  static void keepsTheSchema(Descriptor descriptor, Findings findings) {
    faults(descriptor).forEach(fault -> keep(fault, findings));
  }

  /** Whatever is there keeps the schema; what it requires may be missing. */
  static void keepsTheSchemaAsFarAsItGoes(Descriptor descriptor, Findings findings) {
    faults(descriptor).stream()
        .filter(fault -> !fault.keyword().equals("required"))
        .forEach(fault -> keep(fault, findings));
  }

  private static List<SpecFault> faults(Descriptor descriptor) {
    JsonNode spec = descriptor.spec();
    return spec.isObject()
        ? descriptor.definition().map(kind -> kind.faults(spec)).orElse(List.of())
        : List.of();
  }

  private static void keep(SpecFault fault, Findings findings) {
    // What stands in place of a placeholder is known only when it is resolved.
    if (!Placeholder.isOne(fault.value())) {
      findings.problem(
          "spec." + fault.keyword(),
          "/spec" + fault.field(),
          fault.value(),
          "By the schema of the kind: " + fault.message() + ".");
    }
  }

  static void nothingBeside(Descriptor descriptor, Findings findings) {
    for (Map.Entry<String, JsonNode> field : descriptor.tree().properties()) {
      if (!KNOWN.contains(field.getKey())) {
        findings.note(
            Pointers.child("", field.getKey()),
            Words.shortened(field.getKey())
                + " is not kept: a descriptor has apiVersion, kind, metadata and spec");
      }
    }
  }
}
