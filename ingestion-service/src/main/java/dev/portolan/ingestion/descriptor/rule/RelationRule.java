package dev.portolan.ingestion.descriptor.rule;

import dev.portolan.events.EntityRef;
import dev.portolan.events.InvalidNameException;
import dev.portolan.events.NamingRule;
import dev.portolan.events.Relation;
import dev.portolan.ingestion.kind.RelationField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the relations of a descriptor, and says which of them lead to nonsense.
 *
 * <p>Of a kind without definition only the usual names of fields are known, and they may mean
 * something else there: what is no reference is then left alone, with a note.
 */
public final class RelationRule {
  private static final Comparator<Relation> ORDER =
      Comparator.comparing(Relation::type)
          .thenComparing(relation -> relation.target().kind())
          .thenComparing(relation -> relation.target().namespace())
          .thenComparing(relation -> relation.target().name());

  private static final String BY_TYPE = "/spec" + RelationField.BY_TYPE + "/";

  private final Descriptor descriptor;
  private final Findings findings;
  private final Set<Relation> relations = new LinkedHashSet<>();

  private RelationRule(Descriptor descriptor, Findings findings) {
    this.descriptor = descriptor;
    this.findings = findings;
  }

  /** Returns the relations, each once, in the order of type and target. */
  public static List<Relation> read(Descriptor descriptor, Findings findings) {
    RelationRule rule = new RelationRule(descriptor, findings);
    descriptor.relationFields().forEach(rule::field);
    rule.byType();
    List<Relation> sorted = new ArrayList<>(rule.relations);
    sorted.sort(ORDER);
    return sorted;
  }

  private void field(RelationField field) {
    JsonNode value = descriptor.spec().at(field.field());
    String pointer = "/spec" + field.field();
    if (value.isArray()) {
      for (int index = 0; index < value.size() && !findings.isFull(); index++) {
        reference(field, pointer + "/" + index, value.get(index));
      }
    } else if (!Descriptor.isAbsent(value)) {
      reference(field, pointer, value);
    }
  }

  /** Types of the organisation's own may stand beside anything that an older spec has there. */
  private void byType() {
    for (Map.Entry<String, JsonNode> entry :
        descriptor.spec().at(RelationField.BY_TYPE).properties()) {
      RelationField field = RelationField.ofType(entry.getKey());
      if (hasField(field)) {
        continue;
      }
      String pointer = "/spec" + field.field();
      if (NamingRule.NAME.allows(entry.getKey())) {
        field(field);
      } else {
        nonsense(
            pointer,
            entry.getValue(),
            "The type of a relation must be " + NamingRule.NAME.words() + ".");
      }
    }
  }

  /** The definition of the kind may say more of it, such as the kind of its references. */
  private boolean hasField(RelationField byType) {
    return descriptor.relationFields().stream()
        .anyMatch(field -> field.field().equals(byType.field()));
  }

  private void reference(RelationField field, String pointer, JsonNode value) {
    try {
      EntityRef target = target(field, value);
      if (target != null) {
        relations.add(new Relation(field.type(), target));
      }
    } catch (InvalidNameException e) {
      nonsense(pointer, value, String.valueOf(e.getMessage()));
    }
  }

  private @Nullable EntityRef target(RelationField field, JsonNode value) {
    String defaultKind = field.defaultKind() == null ? "" : field.defaultKind();
    String namespace = namespace();
    if (value.isString()) {
      String text = value.stringValue();
      if (defaultKind.isEmpty() && text.indexOf(':') < 0) {
        throw new InvalidNameException(
            "reference",
            text,
            "this field has no default kind: write kind:namespace/name or kind:name");
      }
      return EntityRef.parse(text, defaultKind, namespace);
    }
    if (value.isObject() && value.path("name").isString()) {
      return new EntityRef(
          value.path("kind").asString(defaultKind),
          value.path("namespace").asString(namespace),
          value.path("name").stringValue());
    }
    if (!Placeholder.isOne(value)) {
      throw new InvalidNameException(
          "reference", value.toString(), "it must be a string such as kind:namespace/name");
    }
    return null;
  }

  /** That of the entity which refers, unless it breaks the rule itself and is said for that. */
  private String namespace() {
    String namespace = descriptor.namespace();
    return NamingRule.NAMESPACE.allows(namespace) ? namespace : EntityRef.DEFAULT_NAMESPACE;
  }

  private void nonsense(String pointer, JsonNode value, String message) {
    if (descriptor.definition().isPresent() && !pointer.startsWith(BY_TYPE)) {
      if (!findings.hasProblemAt(pointer)) {
        findings.problem("relation", pointer, value, message);
      }
    } else {
      findings.note(pointer, pointer + " is no reference and makes no relation");
    }
  }
}
