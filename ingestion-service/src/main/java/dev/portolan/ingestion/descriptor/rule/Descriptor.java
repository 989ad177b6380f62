package dev.portolan.ingestion.descriptor.rule;

import dev.portolan.events.EntityRef;
import dev.portolan.events.NamingRule;
import dev.portolan.ingestion.kind.KindDefinition;
import dev.portolan.ingestion.kind.Kinds;
import dev.portolan.ingestion.kind.RelationField;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A document that sets out to describe an entity.
 *
 * @param tree an object
 * @param metadata what the tree has under that name, perhaps missing
 * @param definition of its kind; empty when the kind has none
 * @param relationFields the fields of its spec that name other entities
 */
public record Descriptor(
    JsonNode tree,
    JsonNode metadata,
    Optional<KindDefinition> definition,
    List<RelationField> relationFields) {

  /** Looks up the definition of the document's kind. */
  public static Descriptor of(JsonNode tree, Kinds kinds) {
    Optional<KindDefinition> definition =
        Optional.of(tree.path("kind"))
            .filter(JsonNode::isString)
            .flatMap(kind -> kinds.named(kind.stringValue()));
    return new Descriptor(
        tree,
        tree.path("metadata"),
        definition,
        definition.map(KindDefinition::relations).orElseGet(kinds::relationsOfOthers));
  }

  /** The kind as its definition writes it, or else as the document does. */
  public String kind() {
    return definition.map(KindDefinition::kind).orElseGet(() -> tree.path("kind").asString(""));
  }

  /** The namespace, {@code default} when the document names none. */
  public String namespace() {
    JsonNode namespace = metadata.path("namespace");
    return isAbsent(namespace) ? EntityRef.DEFAULT_NAMESPACE : namespace.asString("");
  }

  /** The name as written. */
  public String name() {
    return metadata.path("name").asString("");
  }

  /** The spec; an empty object when there is none. */
  public JsonNode spec() {
    JsonNode spec = tree.path("spec");
    return isAbsent(spec) ? JsonNodeFactory.instance.objectNode() : spec;
  }

  /** What it describes, when kind, namespace and name keep their rules. */
  public Optional<EntityRef> ref() {
    boolean valid =
        NamingRule.KIND.allows(kind())
            && NamingRule.NAMESPACE.allows(namespace())
            && NamingRule.NAME.allows(name());
    return valid ? Optional.of(new EntityRef(kind(), namespace(), name())) : Optional.empty();
  }

  /** YAML leaves the value out where it means nothing: such a field is as good as absent. */
  static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }
}
