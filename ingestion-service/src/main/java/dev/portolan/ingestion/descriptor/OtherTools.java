package dev.portolan.ingestion.descriptor;

import dev.portolan.ingestion.descriptor.rule.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Tells descriptors from the files of other tools by what they hold: a folder of descriptors has
 * others beside them, and a file that is pushed comes without its name.
 */
final class OtherTools {

  /** A tool, and how its files are known. */
  private record Tool(String file, Predicate<JsonNode> isKnownBy) {}

  private static final List<Tool> TOOLS =
      List.of(
          new Tool("a Cortex scorecard", has("ladder", "rules")),
          new Tool("an OpenAPI document", tree -> tree.has("openapi") || tree.has("swagger")),
          new Tool("an AsyncAPI document", has("asyncapi")),
          new Tool("an MkDocs configuration", has("site_name")),
          new Tool("a Terraform state", OtherTools::isTerraformState),
          new Tool("a CI workflow", has("jobs")),
          new Tool("a Compose file", tree -> tree.path("services").isObject()),
          new Tool("a JSON Schema", has("$schema")),
          new Tool("a package manifest", has("name", "version", "dependencies")),
          new Tool("a Helm chart", tree -> tree.path("apiVersion").asString("").equals("v2")));

  private OtherTools() {}

  /** Why an object is taken for no descriptor; empty when it sets out to be one. */
  static Optional<String> reasonToPassOver(JsonNode tree) {
    if (Kubernetes.isManifest(tree)) {
      return Optional.of(
          "a Kubernetes manifest, "
              + tree.path("apiVersion").asString("")
              + " "
              + Words.shortened(tree.path("kind").asString("")));
    }
    if (looksLikeDescriptor(tree)) {
      return Optional.empty();
    }
    String file =
        TOOLS.stream()
            .filter(tool -> tool.isKnownBy.test(tree))
            .map(Tool::file)
            .findFirst()
            .orElse("a file of another tool: it has no apiVersion and kind");
    return Optional.of(file);
  }

  /** Has two of the four parts, or names the version of a format that is ours. */
  private static boolean looksLikeDescriptor(JsonNode tree) {
    String version = tree.path("apiVersion").asString("");
    long parts =
        Stream.of(
                tree.path("apiVersion").isString(),
                tree.path("kind").isString(),
                tree.path("metadata").isObject(),
                tree.path("spec").isObject())
            .filter(part -> part)
            .count();
    return parts >= 2 || version.contains("backstage.io/") || version.startsWith("portolan.dev/");
  }

  private static Predicate<JsonNode> has(String... keys) {
    return tree -> Stream.of(keys).allMatch(tree::has);
  }

  private static boolean isTerraformState(JsonNode tree) {
    return tree.has("terraform_version")
        || tree.has("lineage")
        || (tree.has("version") && tree.path("resources").isArray());
  }
}
