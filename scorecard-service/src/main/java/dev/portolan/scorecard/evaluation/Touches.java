package dev.portolan.scorecard.evaluation;

import dev.portolan.events.EntityRef;
import dev.portolan.events.RelationType;
import dev.portolan.scorecard.rule.Check;
import dev.portolan.scorecard.rule.Exemption;
import dev.portolan.scorecard.rule.Facts;
import dev.portolan.scorecard.rule.Reads;
import dev.portolan.scorecard.rule.Scorecard;
import dev.portolan.scorecard.rule.Texts;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom changes concern, and in what: the entities that changed, and those that conditions let look
 * at them through a relation.
 *
 * @param byEntity what changed for an entity
 * @param byEdge what changed for whoever has such a relation, which only the store knows
 */
public record Touches(Map<EntityRef, Touch> byEntity, Map<Edge, Touch> byEdge) {

  /** A relation to an entity, from whomever. */
  public record Edge(String type, EntityRef target) {
    @Override
    public String toString() {
      return type + ">" + target;
    }
  }

  /**
   * Finds them.
   *
   * @param reads what the conditions of all scorecards look at; whom nobody looks at is left out
   */
  public static Touches of(Collection<Change> changes, Reads reads) {
    Touches touches = new Touches(new HashMap<>(), new HashMap<>());
    Set<String> relations = reads.relations();
    for (Change change : changes) {
      Set<String> paths = change.paths();
      touches.addOwn(change, paths, relations, reads);
      touches.addDecided(change, Exemption.KIND, Exemption.RELATION, Reads.EXEMPTIONS);
      touches.addDecided(change, Check.KIND, Check.RELATION, Reads.CHECKS);
      for (String relation : relations) {
        stored(relation)
            .ifPresentOrElse(
                type -> touches.addSources(change, paths, type, reads),
                () -> touches.addTargets(change, paths, relation, reads));
      }
    }
    return touches;
  }

  private static Optional<String> stored(String relation) {
    return RelationType.named(relation).map(RelationType::name);
  }

  private static String inverseOf(String relation) {
    return RelationType.builtIn().stream()
        .filter(type -> type.inverse().equals(relation))
        .map(RelationType::name)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no relation " + relation));
  }

  /** What came or went is always concerned. */
  private void addOwn(Change change, Set<String> paths, Set<String> relations, Reads reads) {
    Set<String> own = new HashSet<>(paths);
    for (String relation : relations) {
      if (paths.contains(Reads.below(Reads.below(Reads.ENTITY, "relations"), relation))) {
        own.add(Reads.who(relation));
      }
    }
    if (change.isOfExistence() || reads.areTouchedBy(own)) {
      add(byEntity, change.ref(), own, change);
    }
  }

  /** What people decide about an entity is told by an entity of its own. */
  private void addDecided(Change change, String kind, String relation, String root) {
    if (change.ref().kind().equals(kind)) {
      for (Facts facts :
          Stream.of(change.before(), change.after()).filter(Objects::nonNull).toList()) {
        Texts.ref(facts.spec().get("scorecard"), Scorecard.KIND)
            .map(scorecard -> Reads.below(root, Scorecard.key(scorecard)))
            .ifPresent(
                path ->
                    targets(facts, relation)
                        .forEach(target -> add(byEntity, target, Set.of(path), change)));
      }
    }
  }

  /** Whoever is related to the changed entity sees it through that relation. */
  private void addSources(Change change, Set<String> paths, String type, Reads reads) {
    Set<String> seen = change.isOfExistence() ? Set.of(Reads.who(type)) : through(type, paths);
    if (reads.areTouchedBy(seen)) {
      add(byEdge, new Edge(type, change.ref()), seen, change);
    }
  }

  /** To whom the changed entity is related, or was, sees it through the inverse. */
  private void addTargets(Change change, Set<String> paths, String inverse, Reads reads) {
    String type = inverseOf(inverse);
    Set<EntityRef> before = targets(change.before(), type);
    Set<EntityRef> after = targets(change.after(), type);
    Set<String> seen = through(inverse, paths);
    boolean matters = reads.areTouchedBy(seen);
    for (EntityRef target : union(before, after)) {
      if (before.contains(target) != after.contains(target)) {
        add(byEntity, target, Set.of(Reads.who(inverse)), change);
      } else if (matters) {
        add(byEntity, target, seen, change);
      }
    }
  }

  private static Set<String> through(String relation, Set<String> paths) {
    return paths.stream()
        .map(path -> Reads.below(Reads.RELATED, relation) + path.substring(Reads.ENTITY.length()))
        .collect(Collectors.toSet());
  }

  private static Set<EntityRef> targets(@Nullable Facts facts, String type) {
    return facts == null
        ? Set.of()
        : facts.targets(type).stream().map(EntityRef::parse).collect(Collectors.toSet());
  }

  private static Set<EntityRef> union(Set<EntityRef> one, Set<EntityRef> other) {
    Set<EntityRef> all = new HashSet<>(one);
    all.addAll(other);
    return all;
  }

  private static <K> void add(Map<K, Touch> all, K key, Set<String> paths, Change change) {
    all.computeIfAbsent(key, _ -> Touch.none()).add(paths, Set.of(change.cause()));
  }

  /** With those that have the relations: what they said of themselves, and the edges of it. */
  public Map<EntityRef, Touch> with(Map<EntityRef, List<Edge>> sources) {
    Map<EntityRef, Touch> all = new HashMap<>(byEntity);
    sources.forEach(
        (ref, edges) ->
            edges.forEach(
                edge -> all.merge(ref, byEdge.getOrDefault(edge, Touch.none()), Touch::and)));
    return all;
  }
}
