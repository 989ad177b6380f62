package dev.portolan.catalog.entity.neo4j;

import dev.portolan.catalog.entity.EntityFilter;
import dev.portolan.catalog.entity.EntityFilter.Label;
import dev.portolan.events.EntityRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A filter in Cypher: conditions on a node {@code n}, and the parameters that they name. No value
 * of the filter is ever part of the text.
 */
record Selection(List<String> conditions, Map<String, Object> parameters) {
  /** The properties that have an index together with the reference, the most selective first. */
  private static final List<String> INDEXED = List.of("owner", "system", "nameKey", "kindKey");

  /**
   * True of every entity. An index over a property and the reference is used only where both are
   * named; then it also gives the order of references for nothing.
   */
  private static final String ANY_REF = "n.ref > ''";

  static Selection of(EntityFilter filter) {
    Builder builder = new Builder();
    builder.oneOf("kindKey", filter.kind(), Selection::lower);
    builder.oneOf("namespace", filter.namespace(), Selection::lower);
    builder.oneOf("nameKey", filter.name(), Selection::lower);
    builder.oneOf("ref", filter.ref(), text -> EntityRef.parse(text).toString());
    builder.oneOf("owner", filter.owner(), text -> ref(text, "group"));
    builder.oneOf("system", filter.system(), text -> ref(text, "system"));
    builder.oneOf("type", filter.type(), UnaryOperator.identity());
    builder.oneOf("lifecycle", filter.lifecycle(), UnaryOperator.identity());
    builder.anyOf("tags", filter.tag());
    builder.labels(filter.label());
    builder.conditions.add(ANY_REF);
    return new Selection(List.copyOf(builder.conditions), Map.copyOf(builder.parameters));
  }

  /** {@code WHERE …} with these conditions and more. */
  String where(List<String> more) {
    List<String> all = new ArrayList<>(conditions);
    all.addAll(more);
    return "WHERE " + String.join(" AND ", all);
  }

  /** Whether this lets everything through. */
  boolean isAll() {
    return parameters.isEmpty();
  }

  /** The indexed property that is the same in all selected nodes, if there is one. */
  Optional<String> constant() {
    return INDEXED.stream()
        .filter(property -> parameters.get(property) instanceof String)
        .findFirst();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String ref(String text, String kind) {
    return EntityRef.parse(text, kind, EntityRef.DEFAULT_NAMESPACE).toString();
  }

  private static final class Builder {
    final List<String> conditions = new ArrayList<>();
    final Map<String, Object> parameters = new HashMap<>();

    /** With one value an equation, so that an index also gives the order. */
    void oneOf(String property, @Nullable List<String> values, UnaryOperator<String> canonical) {
      if (values != null) {
        List<String> canonicals = values.stream().map(canonical).distinct().toList();
        boolean one = canonicals.size() == 1;
        conditions.add("n.%s %s $%s".formatted(property, one ? "=" : "IN", property));
        parameters.put(property, one ? canonicals.getFirst() : canonicals);
      }
    }

    void anyOf(String property, @Nullable List<String> values) {
      if (values != null) {
        conditions.add("any(x IN n.%s WHERE x IN $%s)".formatted(property, property));
        parameters.put(property, List.copyOf(values));
      }
    }

    void labels(@Nullable List<Label> labels) {
      if (labels != null) {
        conditions.add(
            "any(x IN n.labels WHERE x IN $labels OR any(key IN $labelKeys WHERE x STARTS WITH"
                + " key))");
        parameters.put(
            "labels",
            labels.stream()
                .filter(label -> label.value() != null)
                .map(label -> label.key() + "=" + label.value())
                .toList());
        parameters.put(
            "labelKeys",
            labels.stream()
                .filter(label -> label.value() == null)
                .map(label -> label.key() + "=")
                .toList());
      }
    }
  }
}
