package dev.portolan.ingestion.descriptor.dialect;

import dev.portolan.events.NamingRule;
import dev.portolan.ingestion.descriptor.body.Pointers;
import dev.portolan.ingestion.kind.KindDefinition;
import dev.portolan.ingestion.kind.Kinds;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A blueprint of Port's as the definition of a kind.
 *
 * <p>Its properties become the schema of a spec, where {@link Port} puts them into one, and its
 * relations fields of relations. What Port computes is left out.
 */
final class PortBlueprint {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** What of a property's schema is JSON Schema; the rest says how Port shows it. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "type",
          "title",
          "description",
          "format",
          "enum",
          "default",
          "pattern",
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "minItems",
          "maxItems",
          "uniqueItems",
          "required");

  private static final List<String> COMPUTED =
      List.of("mirrorProperties", "calculationProperties", "aggregationProperties");

  private final JsonNode tree;
  private final Draft draft;

  private PortBlueprint(JsonNode tree) {
    this.tree = tree;
    this.draft = new Draft(new Port(), tree);
  }

  static Translation translate(JsonNode tree) {
    String kind = Sort.ofOwn(Draft.text(tree.path("identifier")).orElse("")).kind();
    return Kinds.isBuiltIn(kind)
        ? new Translation.ToNothing(
            "a Port blueprint of the kind %s, which comes with Portolan: its entities are read by that"
                .formatted(kind))
        : new PortBlueprint(tree).definitionOf(kind);
  }

  private Translation definitionOf(String kind) {
    draft.sort(new Sort(KindDefinition.KIND, Optional.empty()), "/identifier");
    draft.metadata("name", NODES.stringNode(kind), "/identifier");
    draft.metadata("title", "/title");
    draft.metadata("description", "/description");
    draft.annotation("getport.io/identifier", tree.path("identifier"), "/identifier");
    draft.annotation("getport.io/icon", tree.path("icon"), "/icon");
    draft.spec("schema", specOf(tree.path("schema")), "/schema");
    draft.spec("relations", relations(), "/relations");
    for (String computed : COMPUTED) {
      if (Draft.isSaid(tree.path(computed))) {
        draft.note(
            "/" + computed, computed + " of a Port blueprint are left out: Port computes them");
      }
    }
    return draft.done();
  }

  /** A property may stand elsewhere in the spec than it does in Port. */
  private static ObjectNode specOf(JsonNode schema) {
    ObjectNode spec = NODES.objectNode();
    spec.put("type", "object");
    ObjectNode properties = NODES.objectNode();
    ObjectNode others = NODES.objectNode();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      ObjectNode within = Port.isReferenceHere(property.getKey()) ? others : properties;
      if (!Port.isDescription(property.getKey())) {
        within.set(property.getKey(), jsonSchema(property.getValue()));
      }
    }
    if (!others.isEmpty()) {
      ObjectNode nested = properties.putObject("properties");
      nested.put("type", "object");
      nested.set("properties", others);
    }
    spec.set("properties", properties);
    ArrayNode required = NODES.arrayNode();
    for (JsonNode name : schema.path("required")) {
      if (properties.has(name.asString("")) && !name.asString("").equals("properties")) {
        required.add(name);
      }
    }
    if (!required.isEmpty()) {
      spec.set("required", required);
    }
    return spec;
  }

  private static JsonNode jsonSchema(JsonNode schema) {
    if (!schema.isObject()) {
      return schema;
    }
    ObjectNode kept = NODES.objectNode();
    for (Map.Entry<String, JsonNode> entry : schema.properties()) {
      if (KEYWORDS.contains(entry.getKey())) {
        kept.set(entry.getKey(), entry.getValue());
      } else if (entry.getKey().equals("items")) {
        kept.set("items", jsonSchema(entry.getValue()));
      } else if (entry.getKey().equals("properties")) {
        ObjectNode members = kept.putObject("properties");
        entry
            .getValue()
            .properties()
            .forEach(member -> members.set(member.getKey(), jsonSchema(member.getValue())));
      }
    }
    return kept;
  }

  /** Any entity may have a team, which owns it. */
  private ArrayNode relations() {
    ArrayNode relations = NODES.arrayNode();
    relation(relations, "/owner", "ownedBy", "Group");
    Set<String> types = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> relation : tree.path("relations").properties()) {
      String type = Port.relationType(relation.getKey());
      String at = Pointers.child("/relations", relation.getKey());
      if (!NamingRule.NAME.allows(type)) {
        draft.note(at, "the relation is left out: a type is " + NamingRule.NAME.words());
      } else if (!type.equals("ownedBy") && types.add(type)) {
        String target = Draft.text(relation.getValue().path("target")).orElse("");
        relation(relations, "/relations/" + type, type, Sort.ofOwn(target).kind());
      }
    }
    return relations;
  }

  private static void relation(ArrayNode relations, String field, String type, String kind) {
    ObjectNode relation = relations.addObject();
    relation.put("field", field);
    relation.put("type", type);
    if (NamingRule.KIND.allows(kind)) {
      relation.put("defaultKind", kind);
    }
  }
}
