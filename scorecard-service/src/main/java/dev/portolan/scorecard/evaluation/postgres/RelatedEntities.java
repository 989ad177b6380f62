package dev.portolan.scorecard.evaluation.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.events.RelationType;
import dev.portolan.scorecard.evaluation.Touches.Edge;
import dev.portolan.scorecard.rule.Facts;
import dev.portolan.scorecard.rule.Situation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Puts entities among those to whom they are related. */
@Component
class RelatedEntities {
  private final RememberedEntities entities;
  private final RelationTable held;

  RelatedEntities(RememberedEntities entities, RelationTable held) {
    this.entities = entities;
    this.held = held;
  }

  /**
   * The same entities, with the facts of their neighbours.
   *
   * @param relations the names of the relations, either way, that somebody looks through
   */
  List<Situation> around(Collection<Facts> subjects, Set<String> relations) {
    return around(subjects, relations, Map.of());
  }

  /**
   * The same where some entities are not as they are held.
   *
   * @param otherwise what they would be; empty for one that would not exist
   */
  List<Situation> around(
      Collection<Facts> subjects,
      Set<String> relations,
      Map<EntityRef, Optional<Facts>> otherwise) {
    if (relations.isEmpty() || subjects.isEmpty()) {
      return subjects.stream().map(Situation::alone).toList();
    }
    Map<EntityRef, Facts> targets = targets(subjects, relations);
    otherwise.forEach(
        (ref, facts) -> facts.ifPresentOrElse(f -> targets.put(ref, f), () -> targets.remove(ref)));
    Set<Edge> crowded = new HashSet<>();
    Map<Edge, List<Facts>> sources = sources(subjects, relations, otherwise, crowded);
    return subjects.stream()
        .map(subject -> around(subject, relations, targets, sources, crowded))
        .toList();
  }

  private static Situation around(
      Facts subject,
      Set<String> relations,
      Map<EntityRef, Facts> targets,
      Map<Edge, List<Facts>> sources,
      Set<Edge> crowded) {
    Map<String, List<Facts>> related = new HashMap<>();
    Set<String> tooMany = new HashSet<>();
    for (String relation : relations) {
      Optional<String> type = inverted(relation);
      List<Facts> found;
      if (type.isEmpty()) {
        found =
            subject.targets(relation).stream()
                .distinct()
                .map(target -> targets.get(EntityRef.parse(target)))
                .filter(Objects::nonNull)
                .toList();
      } else {
        Edge edge = new Edge(type.get(), subject.ref());
        found = sources.getOrDefault(edge, List.of());
        if (crowded.contains(edge)) {
          tooMany.add(relation);
        }
      }
      if (found.size() > Situation.MOST_RELATED) {
        tooMany.add(relation);
      } else {
        related.put(relation, found);
      }
    }
    return Situation.alone(subject).among(related, tooMany);
  }

  private Map<EntityRef, Facts> targets(Collection<Facts> subjects, Set<String> relations) {
    Set<EntityRef> refs = new HashSet<>();
    for (String relation : relations) {
      if (inverted(relation).isEmpty()) {
        subjects.forEach(
            subject ->
                subject.targets(relation).forEach(target -> refs.add(EntityRef.parse(target))));
      }
    }
    return entities.existing(refs);
  }

  private Map<Edge, List<Facts>> sources(
      Collection<Facts> subjects,
      Set<String> relations,
      Map<EntityRef, Optional<Facts>> otherwise,
      Set<Edge> crowded) {
    Set<Edge> edges = new HashSet<>();
    for (String relation : relations) {
      inverted(relation)
          .ifPresent(type -> subjects.forEach(subject -> edges.add(new Edge(type, subject.ref()))));
    }
    if (edges.isEmpty()) {
      return Map.of();
    }
    crowded.addAll(held.crowded(edges, Situation.MOST_RELATED));
    edges.removeAll(crowded);
    Map<EntityRef, List<Edge>> sources = new HashMap<>(held.sources(edges));
    sources.keySet().removeAll(otherwise.keySet());
    Map<Edge, List<Facts>> byEdge = new HashMap<>();
    for (Facts source : entities.existing(sources.keySet()).values()) {
      for (Edge edge : sources.getOrDefault(source.ref(), List.of())) {
        byEdge.computeIfAbsent(edge, _ -> new ArrayList<>()).add(source);
      }
    }
    for (Optional<Facts> supposed : otherwise.values()) {
      supposed.ifPresent(source -> addTo(byEdge, source, edges));
    }
    return byEdge;
  }

  private static void addTo(Map<Edge, List<Facts>> byEdge, Facts source, Set<Edge> wanted) {
    for (String type : source.types()) {
      for (String target : new HashSet<>(source.targets(type))) {
        Edge edge = new Edge(type, EntityRef.parse(target));
        if (wanted.contains(edge)) {
          byEdge.computeIfAbsent(edge, _ -> new ArrayList<>()).add(source);
        }
      }
    }
  }

  /** The stored type of a relation's inverse name; empty for a stored name. */
  private static Optional<String> inverted(String relation) {
    return RelationType.builtIn().stream()
        .filter(type -> type.inverse().equals(relation))
        .map(RelationType::name)
        .findFirst();
  }
}
