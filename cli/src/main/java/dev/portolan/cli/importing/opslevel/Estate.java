package dev.portolan.cli.importing.opslevel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What files of OpsLevel define, whichever shape they have.
 *
 * <ul>
 *   <li>the check files of its command line: {@code kind} and {@code spec} (OpsLevel/cli,
 *       src/cmd/check.go; OpsLevel/service-maturity-library);
 *   <li>the JSON of its API and of {@code opslevel list check|filter|level|category|scorecard -o
 *       json} (OpsLevel/opslevel-go);
 *   <li>the JSON of Terraform: {@code *.tf.json} and {@code terraform show -json}.
 * </ul>
 */
final class Estate {
  /** As deep as any document that is read. */
  private static final int DEEPEST = 80;

  private final List<Check> checks = new ArrayList<>();
  private final List<Definition> levels = new ArrayList<>();
  private final List<Definition> categories = new ArrayList<>();
  private final List<Definition> filters = new ArrayList<>();
  private final List<Definition> scorecards = new ArrayList<>();

  /** A check as it was found. */
  record Check(Path file, CheckType type, String typeName, Fields fields) {}

  /** Adds what a document defines; false when it defines nothing of OpsLevel. */
  boolean add(Path file, JsonNode document) {
    int before = size();
    walk(file, "", document, 0);
    return size() > before;
  }

  List<Check> checks() {
    return checks;
  }

  List<Definition> levels() {
    return levels;
  }

  Optional<Definition> level(String reference) {
    return meant(levels, reference);
  }

  Optional<Definition> category(String reference) {
    return meant(categories, reference);
  }

  Optional<Definition> filter(String reference) {
    return meant(filters, reference);
  }

  Optional<Definition> scorecard(String reference) {
    return meant(scorecards, reference);
  }

  private static Optional<Definition> meant(List<Definition> definitions, String reference) {
    return definitions.stream().filter(found -> found.isMeantBy(reference)).findFirst();
  }

  private int size() {
    return checks.size() + levels.size() + categories.size() + filters.size() + scorecards.size();
  }

  /**
   * Goes through a document.
   *
   * @param name the field in which the node stands
   */
  private void walk(Path file, String name, JsonNode node, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (node.isArray()) {
      node.forEach(item -> walk(file, name, item, depth + 1));
    } else if (node.isObject() && !isDefined(file, name, node)) {
      for (String field : node.propertyNames()) {
        String inner = field.equals("nodes") ? name : field;
        walk(file, inner, node.path(field), depth + 1);
      }
    }
  }

  private boolean isDefined(Path file, String name, JsonNode node) {
    Fields fields = new Fields(node);
    if (isTerraform(file, name, node)) {
      return true;
    }
    String kind = node.path("spec").isObject() ? fields.text("kind") : fields.text("type");
    Fields check = node.path("spec").isObject() ? new Fields(node.path("spec")) : fields;
    if (kind != null && isCheck(name, kind, fields, check)) {
      return checks.add(check(file, kind, check));
    }
    List<Definition> definitions = definitions(name.toLowerCase(Locale.ROOT), fields);
    return definitions != null
        && fields.has("name")
        && definitions.add(new Definition(file, null, fields));
  }

  /** A type that is known, or what stands where checks do. */
  private static boolean isCheck(String name, String kind, Fields fields, Fields check) {
    boolean isSpec = fields.node().path("spec").isObject();
    boolean isInPlace =
        isSpec
            ? !fields.has("apiVersion") && check.has("level", "category")
            : name.equalsIgnoreCase("checks");
    return check.has("name") && (CheckType.named(kind).isPresent() || isInPlace);
  }

  private static Check check(Path file, String kind, Fields fields) {
    return new Check(file, CheckType.named(kind).orElse(CheckType.UNKNOWN), kind, fields);
  }

  private @Nullable List<Definition> definitions(String name, Fields fields) {
    return switch (name) {
      case "levels" -> levels;
      case "categories" -> categories;
      case "filters" -> filters;
      case "scorecards" -> scorecards;
      default -> {
        if (fields.has("predicates")) {
          yield filters;
        }
        if (fields.has("affectsOverallServiceLevels")) {
          yield scorecards;
        }
        yield fields.has("index") && fields.has("name") ? levels : null;
      }
    };
  }

  /** A resource of {@code terraform show -json}, or all of a sort of a {@code *.tf.json}. */
  private boolean isTerraform(Path file, String name, JsonNode node) {
    String type = node.path("type").asString("");
    if (type.startsWith("opslevel_") && node.path("values").isObject()) {
      resource(file, type, node.path("name").asString(""), node.path("values"));
      return true;
    }
    if (!name.startsWith("opslevel_")) {
      return false;
    }
    for (String label : node.propertyNames()) {
      JsonNode resource = node.path(label);
      resource(file, name, label, resource.isArray() ? resource.path(0) : resource);
    }
    return true;
  }

  private void resource(Path file, String type, String label, JsonNode values) {
    Fields fields = new Fields(values);
    Definition definition = new Definition(file, label, fields);
    switch (type) {
      case "opslevel_rubric_level" -> levels.add(definition);
      case "opslevel_rubric_category" -> categories.add(definition);
      case "opslevel_filter" -> filters.add(definition);
      case "opslevel_scorecard" -> scorecards.add(definition);
      default -> {
        if (type.startsWith("opslevel_check_")) {
          checks.add(check(file, type.substring("opslevel_check_".length()), fields));
        }
      }
    }
  }
}
