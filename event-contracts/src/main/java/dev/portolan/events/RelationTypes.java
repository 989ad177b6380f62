package dev.portolan.events;

import dev.portolan.events.RelationType.Trouble;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The relation types of a catalog, and which way trouble travels along them: the built-in ones, and
 * those of which entities that define kinds say it. Where two say different things of one type, the
 * one whose reference comes first is believed, so that all readers believe the same. Immutable.
 */
public final class RelationTypes {
  /** Of a catalog that has no types of its own. */
  public static final RelationTypes BUILT_IN = new RelationTypes(new TreeMap<>());

  private static final String KIND = "kind";

  /** What each definition of a kind says, by its reference; of those that say something. */
  private final SortedMap<String, Map<String, Trouble>> said;

  private final Map<String, Trouble> ways;
  private final Set<String> toSource;
  private final Set<String> toTarget;

  private RelationTypes(SortedMap<String, Map<String, Trouble>> said) {
    this.said = said;
    Map<String, Trouble> all = new HashMap<>();
    RelationType.builtIn().forEach(type -> all.put(type.name(), type.trouble()));
    said.values().forEach(one -> one.forEach(all::putIfAbsent));
    this.ways = Map.copyOf(all);
    this.toSource = going(ways, Trouble.TO_SOURCE);
    this.toTarget = going(ways, Trouble.TO_TARGET);
  }

  private static Set<String> going(Map<String, Trouble> ways, Trouble way) {
    return ways.entrySet().stream()
        .filter(type -> type.getValue() == way)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * What an entity says of relation types of one's own, if it defines a kind. What is not as it
   * must be says nothing; neither does what it says of built-in types.
   */
  public static Map<String, Trouble> saidBy(Entity entity) {
    return entity.kind().equalsIgnoreCase(KIND)
            && entity.namespace().equalsIgnoreCase(EntityRef.DEFAULT_NAMESPACE)
        ? saidIn(entity.spec().get("relations"))
        : Map.of();
  }

  private static Map<String, Trouble> saidIn(@Nullable Object relations) {
    Map<String, Trouble> said = new HashMap<>();
    if (relations instanceof Iterable<?> list) {
      for (Object each : list) {
        if (each instanceof Map<?, ?> relation
            && relation.get("type") instanceof String type
            && RelationType.builtInTrouble(type).isEmpty()) {
          Trouble.of(relation.get("trouble")).ifPresent(way -> said.putIfAbsent(type, way));
        }
      }
    }
    return Map.copyOf(said);
  }

  /**
   * The types of the same catalog when an entity says this.
   *
   * @param ref the entity's reference
   * @param news what {@link #saidBy} finds; empty also when the entity is gone
   */
  public RelationTypes with(String ref, Map<String, Trouble> news) {
    if (news.equals(said.getOrDefault(ref, Map.of()))) {
      return this;
    }
    SortedMap<String, Map<String, Trouble>> next = new TreeMap<>(said);
    if (news.isEmpty()) {
      next.remove(ref);
    } else {
      next.put(ref, Map.copyOf(news));
    }
    return new RelationTypes(next);
  }

  /** Each type of which it is known which way trouble travels, under its stored name. */
  public Map<String, Trouble> ways() {
    return ways;
  }

  /** The names of the types along which trouble travels from the target to the source. */
  public Set<String> toSource() {
    return toSource;
  }

  /** The names of the types along which trouble travels from the source to the target. */
  public Set<String> toTarget() {
    return toTarget;
  }

  /** Two are equal when trouble travels the same ways by them. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RelationTypes that && ways.equals(that.ways);
  }

  @Override
  public int hashCode() {
    return ways.hashCode();
  }

  @Override
  public String toString() {
    return said + " and the built-in ones";
  }
}
