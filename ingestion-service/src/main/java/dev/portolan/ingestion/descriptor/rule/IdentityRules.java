package dev.portolan.ingestion.descriptor.rule;

import dev.portolan.events.NamingRule;
import tools.jackson.databind.JsonNode;

/** What makes a descriptor name an entity. */
final class IdentityRules {
  private IdentityRules() {}

  static void apiVersion(Descriptor descriptor, Findings findings) {
    JsonNode version = descriptor.tree().path("apiVersion");
    if (!version.isString() || version.stringValue().isBlank()) {
      findings.problem(
          "api-version",
          "/apiVersion",
          version,
          "The apiVersion must be a string such as backstage.io/v1alpha1, and it is "
              + Words.of(version)
              + ".");
      return;
    }
    descriptor
        .definition()
        .filter(kind -> !kind.apiVersions().isEmpty())
        .filter(kind -> !kind.apiVersions().contains(version.stringValue()))
        .ifPresent(
            kind ->
                findings.problem(
                    "api-version",
                    "/apiVersion",
                    version,
                    "A %s has the apiVersion %s, and not '%s'."
                        .formatted(
                            kind.kind(),
                            String.join(" or ", kind.apiVersions()),
                            Words.shortened(version.stringValue()))));
  }

  static void kind(Descriptor descriptor, Findings findings) {
    findings.name("kind", "/kind", descriptor.tree().path("kind"), "kind", NamingRule.KIND);
    if (descriptor.definition().isEmpty()) {
      findings.note(
          "/kind",
          "kind "
              + Words.shortened(descriptor.kind())
              + " has no definition: its spec is taken as it is");
    }
  }

  static void metadata(Descriptor descriptor, Findings findings) {
    if (!descriptor.metadata().isObject()) {
      findings.problem(
          "metadata",
          "/metadata",
          descriptor.metadata(),
          "The metadata must be a mapping with a name, and it is "
              + Words.of(descriptor.metadata())
              + ".");
    }
  }

  static void name(Descriptor descriptor, Findings findings) {
    if (descriptor.metadata().isObject()) {
      findings.name(
          "name", "/metadata/name", descriptor.metadata().path("name"), "name", NamingRule.NAME);
    }
  }

  static void namespace(Descriptor descriptor, Findings findings) {
    JsonNode namespace = descriptor.metadata().path("namespace");
    if (!Descriptor.isAbsent(namespace)) {
      findings.name(
          "namespace", "/metadata/namespace", namespace, "namespace", NamingRule.NAMESPACE);
    }
  }
}
