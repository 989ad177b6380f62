package dev.portolan.scorecard.rule;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.events.Link;
import dev.portolan.events.Relation;
import dev.portolan.events.RelationType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * @param related by the name of a relation, either way, the facts of the entities at its other end
 *     that exist, in the order of their references
 * @param tooMany relations of which {@code related} says nothing, because more than {@link
 *     #MOST_RELATED} are so related
 */
public record Facts(
    EntityRef ref,
    long version,
    Map<String, Object> entity,
    Map<String, List<Map<String, Object>>> related,
    Set<String> tooMany) {
  /** To how many an entity may be related by one relation for a rule to look at them. */
  public static final int MOST_RELATED = 2_000;

  /** Every relation is there for a rule to ask, also where nobody is so related. */
  private static final Map<String, List<Map<String, Object>>> ALONE =
      RelationType.builtIn().stream()
          .flatMap(type -> Stream.of(type.name(), type.inverse()))
          .collect(Collectors.toMap(name -> name, _ -> List.of()));

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
    return new Facts(ref, version, facts, ALONE, Set.of());
  }

  /** The same facts, among these related entities. */
  public Facts among(Map<String, List<Facts>> others, Set<String> tooMany) {
    Map<String, List<Map<String, Object>>> all = new HashMap<>(ALONE);
    others.forEach(
        (relation, entities) ->
            all.put(
                relation,
                entities.stream()
                    .sorted(Comparator.comparing(Facts::ref))
                    .map(Facts::entity)
                    .toList()));
    return new Facts(ref, version, entity, all, tooMany);
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

  private static Object fact(Object value) {
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
