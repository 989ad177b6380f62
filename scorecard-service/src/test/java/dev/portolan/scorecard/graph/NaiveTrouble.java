package dev.portolan.scorecard.graph;

import dev.portolan.events.EntityRef;
import dev.portolan.events.Relation;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The model: keeps what was said as it was said, and searches from every entity. */
final class NaiveTrouble {
  private final Map<EntityRef, Collection<Relation>> entities = new TreeMap<>();

  void put(EntityRef ref, Collection<Relation> relations) {
    entities.put(ref, relations);
  }

  void remove(EntityRef ref) {
    entities.remove(ref);
  }

  Map<EntityRef, GraphFacts> facts() {
    Map<EntityRef, Set<EntityRef>> dependents = new HashMap<>();
    Map<EntityRef, Set<EntityRef>> dependencies = new HashMap<>();
    addSteps(dependents, dependencies);
    Map<EntityRef, GraphFacts> facts = new TreeMap<>();
    entities.keySet().forEach(ref -> facts.put(ref, facts(ref, dependents, dependencies)));
    return facts;
  }

  /** Everything that trouble of one ref reaches, the ref itself not among it. */
  Set<EntityRef> reachedFrom(EntityRef ref) {
    Map<EntityRef, Set<EntityRef>> dependents = new HashMap<>();
    addSteps(dependents, new HashMap<>());
    return reachedFrom(ref, dependents);
  }

  private void addSteps(
      Map<EntityRef, Set<EntityRef>> dependents, Map<EntityRef, Set<EntityRef>> dependencies) {
    entities.forEach(
        (ref, relations) ->
            relations.forEach(
                relation -> {
                  EntityRef other = relation.target();
                  switch (relation.type()) {
                    case "dependsOn", "consumesApi", "apiProvidedBy", "mooredAt" -> {
                      add(dependents, other, ref);
                      add(dependencies, ref, other);
                    }
                    case "dependencyOf", "apiConsumedBy", "providesApi", "feeds" -> {
                      add(dependents, ref, other);
                      add(dependencies, other, ref);
                    }
                    default -> {}
                  }
                }));
  }

  private GraphFacts facts(
      EntityRef ref,
      Map<EntityRef, Set<EntityRef>> dependents,
      Map<EntityRef, Set<EntityRef>> dependencies) {
    Set<EntityRef> reached = reachedFrom(ref, dependents);
    long around =
        reached.stream().filter(other -> reachedFrom(other, dependents).contains(ref)).count();
    return new GraphFacts(
        existing(ref, dependents),
        existing(ref, dependencies),
        reached.size(),
        around == 0 ? 0 : (int) around + 1);
  }

  private int existing(EntityRef ref, Map<EntityRef, Set<EntityRef>> others) {
    return (int) others.getOrDefault(ref, Set.of()).stream().filter(entities::containsKey).count();
  }

  private static Set<EntityRef> reachedFrom(
      EntityRef root, Map<EntityRef, Set<EntityRef>> dependents) {
    Set<EntityRef> seen = new HashSet<>(Set.of(root));
    Deque<EntityRef> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (EntityRef next : dependents.getOrDefault(open.remove(), Set.of())) {
        if (seen.add(next)) {
          open.add(next);
        }
      }
    }
    seen.remove(root);
    return seen;
  }

  private static void add(Map<EntityRef, Set<EntityRef>> all, EntityRef from, EntityRef to) {
    if (!from.equals(to)) {
      all.computeIfAbsent(from, _ -> new HashSet<>()).add(to);
    }
  }
}
