package dev.portolan.ingestion.kind;

import dev.portolan.events.RelationType.Trouble;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * What a kind is.
 *
 * @param kind as entities of it write it
 * @param title what a person reads
 * @param apiVersions under which its descriptors come; empty: under any
 * @param relations the fields of its spec that name other entities
 * @param trouble which way it says that trouble travels, by the relation type; nothing of a type of
 *     which it does not say it
 * @param locations the fields of its spec that name further descriptor files
 * @param schema what its spec must hold
 * @param isForNewOnly whether it is taken though entities that exist break its schema
 */
public record KindDefinition(
    String kind,
    String title,
    List<String> apiVersions,
    List<RelationField> relations,
    Map<String, Trouble> trouble,
    List<String> locations,
    SpecSchema schema,
    boolean isForNewOnly) {

  /** The kind of the entities that define kinds. */
  public static final String KIND = "Kind";

  /**
   * Of an entity of the kind {@link #KIND}.
   *
   * @param name of the entity, which is the kind as entities of it write it
   * @param spec in which {@link DefinitionFaults} finds nothing
   */
  public static KindDefinition of(String name, @Nullable String title, JsonNode spec) {
    List<RelationField> relations = new ArrayList<>();
    Map<String, Trouble> trouble = new HashMap<>();
    for (JsonNode relation : spec.path("relations")) {
      relations.add(
          new RelationField(
              JsonPointer.compile(relation.path("field").asString()),
              relation.path("type").asString(),
              relation.path("defaultKind").stringValue(null)));
      Trouble.of(relation.path("trouble").stringValue(null))
          .ifPresent(way -> trouble.put(relation.path("type").asString(), way));
    }
    return new KindDefinition(
        name,
        title == null ? name : title,
        texts(spec.path("apiVersions")),
        List.copyOf(relations),
        Map.copyOf(trouble),
        texts(spec.path("locations")),
        SpecSchema.of(spec.path("schema")),
        spec.path("enforcement").asString("").equals("newOnly"));
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  /** Whether entities of this kind define kinds. */
  public boolean isOfKinds() {
    return kind.equals(KIND);
  }

  /** What a spec lacks or has wrong, in the order of the schema. */
  public List<SpecFault> faults(JsonNode spec) {
    return schema.faults(spec);
  }
}
