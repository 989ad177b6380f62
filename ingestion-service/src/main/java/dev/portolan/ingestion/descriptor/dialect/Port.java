package dev.portolan.ingestion.descriptor.dialect;

import dev.portolan.ingestion.descriptor.body.Pointers;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Port's entities, as {@code port.yml} and its API have them.
 *
 * <p>The identifier is the name, the blueprint the kind, a property a field of the spec. A relation
 * keeps its name, save those that mean what a built-in relation does.
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
      return new Translation.ToNothing(
          "a Port blueprint: the entities of it are read without, of a kind of its name");
    }
    if (isMapping(tree)) {
      return new Translation.ToNothing(
          "a Port integration mapping: it says what an API's answers come to, and names no entity");
    }
    Draft draft = new Draft(this, tree);
    draft.metadata("name", "/identifier");
    draft.metadata("title", "/title");
    draft.metadata("description", "/properties/description");
    draft.sort(Sort.ofOwn(Draft.text(tree.path("blueprint")).orElse("")), "/blueprint");
    for (Map.Entry<String, JsonNode> property : tree.path("properties").properties()) {
      if (!property.getKey().equals("description") && !property.getKey().equals("relations")) {
        draft.spec(
            property.getKey(),
            property.getValue(),
            Pointers.child("/properties", property.getKey()));
      }
    }
    Elements.each(tree.path("team"), "/team", draft::owner);
    for (Map.Entry<String, JsonNode> relation : tree.path("relations").properties()) {
      relation(
          relation.getKey(),
          relation.getValue(),
          Pointers.child("/relations", relation.getKey()),
          draft);
    }
    return draft.done();
  }

  private static void relation(String name, JsonNode targets, String at, Draft draft) {
    if (targets.isObject()) {
      draft.note(at, "a relation by a search is not followed: name the entity");
    } else if (OWNERS.contains(name)) {
      Elements.each(targets, at, draft::owner);
    } else {
      String type = BUILT_IN.getOrDefault(name, name);
      Elements.each(
          targets, at, (target, pointer) -> draft.relationToAny(type, target, Map.of(), pointer));
    }
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
