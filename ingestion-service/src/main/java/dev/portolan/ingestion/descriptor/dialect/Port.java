package dev.portolan.ingestion.descriptor.dialect;

import dev.portolan.ingestion.descriptor.body.Pointers;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Port's entities, as {@code port.yml}, its API and its mappings have them, and its blueprints.
 *
 * <p>The identifier is the name, each run of characters that no name has a hyphen; the blueprint is
 * the kind, a property a field of the spec. A relation keeps its name, save those that mean what a
 * built-in relation does.
 */
public record Port() implements Dialect {

  /** Relations of other names that mean what a built-in one does. */
  private static final Map<String, String> BUILT_IN =
      Map.ofEntries(
          Map.entry("depends_on", "dependsOn"),
          Map.entry("dependencies", "dependsOn"),
          Map.entry("system", "partOf"),
          Map.entry("domain", "partOf"),
          Map.entry("part_of", "partOf"),
          Map.entry("provides_apis", "providesApi"),
          Map.entry("providesApis", "providesApi"),
          Map.entry("consumes_apis", "consumesApi"),
          Map.entry("consumesApis", "consumesApi"),
          Map.entry("parent", "childOf"),
          Map.entry("members", "hasMember"),
          Map.entry("member_of", "memberOf"));

  /** Fields of a spec that name other entities, in whatever kind. */
  private static final Set<String> REFERENCES =
      Set.of(
          Draft.RELATIONS,
          "owner",
          "system",
          "domain",
          "subdomainOf",
          "subcomponentOf",
          "dependsOn",
          "dependencyOf",
          "providesApis",
          "consumesApis",
          "parent",
          "children",
          "members",
          "memberOf");

  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z][A-Za-z0-9]*:[^:/]+/[^:/]+");

  private static final Set<String> OWNERS = Set.of("owner", "owning_team", "team", "ownedBy");

  @Override
  public String name() {
    return "port";
  }

  @Override
  public boolean recognises(JsonNode tree) {
    return isEntity(tree) || isBlueprint(tree) || isMapping(tree);
  }

  @Override
  public Translation translate(JsonNode tree) {
    if (isBlueprint(tree)) {
      return PortBlueprint.translate(tree);
    }
    if (isMapping(tree)) {
      return new Translation.ToNothing(
          "a Port integration mapping: it says what an API's answers come to, and names no entity");
    }
    Draft draft = new Draft(this, tree);
    name(tree.path("identifier"), draft);
    draft.metadata("title", "/title");
    if (tree.path("properties").path("description").isString()) {
      draft.metadata("description", "/properties/description");
    }
    draft.sort(Sort.ofOwn(Draft.text(tree.path("blueprint")).orElse("")), "/blueprint");
    properties(tree.path("properties"), draft);
    Elements.each(tree.path("team"), "/team", (team, at) -> owner(team, at, draft));
    draft.annotation("getport.io/icon", tree.path("icon"), "/icon");
    for (Map.Entry<String, JsonNode> relation : tree.path("relations").properties()) {
      relation(
          relation.getKey(),
          relation.getValue(),
          Pointers.child("/relations", relation.getKey()),
          draft);
    }
    return draft.done();
  }

  /** A property is never a reference, though its name may be that of a field that is one here. */
  private static void properties(JsonNode properties, Draft draft) {
    ObjectNode others = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      String name = property.getKey();
      if (REFERENCES.contains(name)) {
        others.set(name, property.getValue());
      } else if (!isDescription(name) || !property.getValue().isString()) {
        draft.spec(name, property.getValue(), Pointers.child("/properties", name));
      }
    }
    draft.spec("properties", others, "/properties");
  }

  private static void relation(String name, JsonNode targets, String at, Draft draft) {
    if (targets.isObject()) {
      draft.note(at, "a relation by a search is not followed: name the entity");
    } else if (OWNERS.contains(name)) {
      Elements.each(targets, at, (team, pointer) -> owner(team, pointer, draft));
    } else {
      String type = relationType(name);
      Elements.each(targets, at, (target, pointer) -> target(type, target, pointer, draft));
    }
  }

  /** The type of the relation of that name. */
  static String relationType(String name) {
    return OWNERS.contains(name) ? "ownedBy" : BUILT_IN.getOrDefault(name, name);
  }

  /** Whether a field of that name would be taken for a reference. */
  static boolean isReferenceHere(String property) {
    return REFERENCES.contains(property);
  }

  /** Whether a property of that name describes the entity. */
  static boolean isDescription(String property) {
    return property.equals("description");
  }

  private static void name(JsonNode identifier, Draft draft) {
    JsonNode name = named(identifier);
    draft.metadata("name", name, "/identifier");
    if (!name.equals(identifier)) {
      draft.annotation("getport.io/identifier", identifier, "/identifier");
    }
  }

  private static void owner(JsonNode team, String at, Draft draft) {
    if (isReference(team)) {
      draft.ownerReference(team, at);
    } else {
      draft.owner(named(team), at);
    }
  }

  private static void target(String type, JsonNode target, String at, Draft draft) {
    if (isReference(target)) {
      draft.relation(type, target, at);
    } else {
      draft.relationToAny(type, named(target), Map.of(), at);
    }
  }

  /** A mapping may name an entity of any source, whole. */
  private static boolean isReference(JsonNode target) {
    return target.isString() && REFERENCE.matcher(target.stringValue()).matches();
  }

  private static JsonNode named(JsonNode identifier) {
    return identifier.isValueNode()
        ? JsonNodeFactory.instance.stringNode(ValidName.of(identifier.asString()))
        : identifier;
  }

  private static boolean isEntity(JsonNode tree) {
    return tree.has("identifier") && tree.has("blueprint");
  }

  private static boolean isBlueprint(JsonNode tree) {
    return tree.has("identifier") && tree.path("schema").isObject();
  }

  private static boolean isMapping(JsonNode tree) {
    return tree.has("createMissingRelatedEntities")
        || tree.has("deleteDependentEntities")
        || tree.has("formMappingEnabled")
        || (tree.has("resources") && tree.path("resources").path(0).has("port"));
  }
}
