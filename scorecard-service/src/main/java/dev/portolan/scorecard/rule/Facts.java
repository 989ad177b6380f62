package dev.portolan.scorecard.rule;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.events.Link;
import dev.portolan.events.Relation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an entity, in the shape that conditions see.
 *
 * <p>What is null is absent, so that {@code has(entity.spec.owner)} does not hold for an owner that
 * was left empty. Numbers are longs and doubles. Very long texts are cut.
 *
 * @param ref the entity
 * @param version its version
 * @param entity {@code ref, kind, namespace, name, title, description, labels, annotations, tags,
 *     links, spec} as in {@link Entity}, and {@code relations}: the targets' references in a list
 *     for each type that the entity has
 */
public record Facts(EntityRef ref, long version, Map<String, Object> entity) {
  /** Of a longer text conditions see the beginning, in characters. */
  static final int LONGEST_TEXT = 32_768;

  /** The facts that an entity itself states. */
  public static Facts of(Entity entity, long version) {
    EntityRef ref = entity.ref();
    Map<String, Object> facts = HashMap.newHashMap(12);
    facts.put("ref", ref.toString());
    facts.put("kind", entity.kind());
    facts.put("namespace", entity.namespace());
    facts.put("name", entity.name());
    putIfKnown(facts, "title", entity.title());
    putIfKnown(facts, "description", entity.description());
    facts.put("labels", known(entity.labels()));
    facts.put("annotations", known(entity.annotations()));
    facts.put("tags", known(entity.tags()));
    facts.put("links", entity.links().stream().map(Facts::link).toList());
    facts.put("spec", known(entity.spec()));
    facts.put("relations", relations(entity.relations()));
    return new Facts(ref, version, facts);
  }

  /** What its spec says. */
  public Map<?, ?> spec() {
    return entity.get("spec") instanceof Map<?, ?> spec ? spec : Map.of();
  }

  /** The types of the relations that it says itself it has. */
  public Set<String> types() {
    return entity.get("relations") instanceof Map<?, ?> relations
        ? relations.keySet().stream().map(String::valueOf).collect(Collectors.toSet())
        : Set.of();
  }

  /** The references of those that it says itself it is related to, by the relation's type. */
  public List<String> targets(String type) {
    return entity.get("relations") instanceof Map<?, ?> relations
            && relations.get(type) instanceof List<?> targets
        ? targets.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static Map<String, Object> link(Link link) {
    Map<String, Object> facts = HashMap.newHashMap(4);
    putIfKnown(facts, "url", link.url());
    putIfKnown(facts, "title", link.title());
    putIfKnown(facts, "icon", link.icon());
    putIfKnown(facts, "type", link.type());
    return facts;
  }

  private static Map<String, List<String>> relations(List<Relation> relations) {
    Map<String, List<String>> targets = new HashMap<>();
    relations.forEach(
        relation ->
            targets
                .computeIfAbsent(relation.type(), _ -> new ArrayList<>())
                .add(relation.target().toString()));
    return targets;
  }

  private static void putIfKnown(Map<String, Object> facts, String name, @Nullable String value) {
    if (value != null) {
      facts.put(name, fact(value));
    }
  }

  private static Map<String, Object> known(Map<?, ? extends @Nullable Object> map) {
    Map<String, Object> facts = HashMap.newHashMap(map.size());
    map.forEach(
        (key, value) -> {
          if (value != null) {
            facts.put(String.valueOf(key), fact(value));
          }
        });
    return facts;
  }

  private static List<Object> known(Collection<? extends @Nullable Object> values) {
    List<Object> facts = new ArrayList<>(values.size());
    for (Object value : values) {
      if (value != null) {
        facts.add(fact(value));
      }
    }
    return facts;
  }

  /** A value of JSON in the shape that conditions see. */
  public static Object fact(Object value) {
    return switch (value) {
      case String text when text.length() > LONGEST_TEXT -> text.substring(0, LONGEST_TEXT);
      case Map<?, ?> map -> known(map);
      case Collection<?> values -> known(values);
      case BigInteger number when number.bitLength() > 63 -> number.doubleValue();
      case BigDecimal number -> number.doubleValue();
      case Float number -> number.doubleValue();
      case Double number -> number;
      case Number number -> number.longValue();
      default -> value;
    };
  }
}
