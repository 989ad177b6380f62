package dev.portolan.catalog.finding;

import dev.portolan.catalog.dependency.Domains;
import dev.portolan.catalog.dependency.People;
import dev.portolan.catalog.dependency.Traversal;
import dev.portolan.catalog.dependency.WholeGraph;
import dev.portolan.catalog.projection.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who owns the entities, and which of them nobody can be asked about. */
final class Ownership {
  private static final Traversal MEMBERS = new Traversal(Set.of("memberOf"), Set.of());

  private final WholeGraph graph;
  private final Domains domains;
  private final List<Owned> wanted = new ArrayList<>();

  /** Kinds that own or have members, in lower case: of users and groups nobody expects an owner. */
  private final Set<String> owning = new HashSet<>();

  private record Owned(int node, String ref, Facts facts) {}

  Ownership(WholeGraph graph, IntPredicate wanted) {
    this.graph = graph;
    this.domains = new Domains(graph);
    for (int node = 0; node < graph.size(); node++) {
      Facts facts = graph.facts(node);
      if (facts != null && facts.owner() != null) {
        owning.add(kind(facts.owner()));
      }
      if (facts != null && wanted.test(node)) {
        this.wanted.add(new Owned(node, graph.ref(node), facts));
      }
    }
    graph.steps(
        IntStream.range(0, graph.size()).toArray(),
        MEMBERS,
        (group, member) -> {
          owning.add(kind(graph.ref(group)));
          owning.add(kind(graph.ref(member)));
        });
  }

  List<Finding> nobody() {
    return ownerless()
        .filter(entity -> ownerAround(entity) == null)
        .map(entity -> Finding.of(entity.ref(), 0))
        .toList();
  }

  List<Finding> inherited() {
    return ownerless()
        .map(
            entity -> {
              String owner = ownerAround(entity);
              return owner == null ? null : new Finding(entity.ref(), 0, List.of(owner));
            })
        .filter(Objects::nonNull)
        .toList();
  }

  List<Finding> missing() {
    return withOwner(owner -> graph.factsAt(owner) == null);
  }

  List<Finding> withoutMembers() {
    Map<String, Boolean> empty = new HashMap<>();
    return withOwner(
        owner ->
            graph.factsAt(owner) != null
                && empty.computeIfAbsent(owner, ref -> People.behind(ref, graph).isEmpty()));
  }

  /** Owners whom nobody is behind bear it as one person would. */
  List<Finding> load() {
    Map<String, Integer> counts = new HashMap<>();
    for (Owned entity : wanted) {
      if (entity.facts().owner() != null) {
        counts.merge(entity.facts().owner(), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .map(
            owner ->
                Finding.of(
                    owner.getKey(),
                    (double) owner.getValue()
                        / Math.max(1, People.behind(owner.getKey(), graph).size())))
        .toList();
  }

  private Stream<Owned> ownerless() {
    return wanted.stream()
        .filter(entity -> entity.facts().owner() == null && !owning.contains(kind(entity.ref())));
  }

  private List<Finding> withOwner(Predicate<String> wrong) {
    List<Finding> findings = new ArrayList<>();
    for (Owned entity : wanted) {
      String owner = entity.facts().owner();
      if (owner != null && wrong.test(owner)) {
        findings.add(new Finding(entity.ref(), 0, List.of(owner)));
      }
    }
    return findings;
  }

  /** The owner of the system, or else of the domain, that the entity is part of. */
  private @Nullable String ownerAround(Owned entity) {
    String ofSystem = ownerOf(entity.facts().system());
    return ofSystem == null ? ownerOf(domains.around(entity.node())) : ofSystem;
  }

  private @Nullable String ownerOf(@Nullable String ref) {
    Facts facts = ref == null ? null : graph.factsAt(ref);
    return facts == null ? null : facts.owner();
  }

  private static String kind(String ref) {
    return ref.substring(0, ref.indexOf(':'));
  }
}
