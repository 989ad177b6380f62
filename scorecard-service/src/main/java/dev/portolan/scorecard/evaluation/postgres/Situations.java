package dev.portolan.scorecard.evaluation.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.evaluation.Touches.Edge;
import dev.portolan.scorecard.fact.postgres.FactTable;
import dev.portolan.scorecard.graph.postgres.GraphFactTable;
import dev.portolan.scorecard.rule.Check;
import dev.portolan.scorecard.rule.Exemption;
import dev.portolan.scorecard.rule.Facts;
import dev.portolan.scorecard.rule.Reads;
import dev.portolan.scorecard.rule.Situation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Finds out what rules may ask about entities. */
@Component
public class Situations {
  private static final int CHUNK = 500;

  private final EntityTable entities;
  private final RelationTable relations;
  private final RelatedEntities related;
  private final FactTable facts;
  private final GraphFactTable graph;

  Situations(
      EntityTable entities,
      RelationTable relations,
      RelatedEntities related,
      FactTable facts,
      GraphFactTable graph) {
    this.entities = entities;
    this.relations = relations;
    this.related = related;
    this.facts = facts;
    this.graph = graph;
  }

  /**
   * The situations of entities, in their order.
   *
   * @param reads what is asked: nothing else is fetched
   */
  public List<Situation> of(Collection<Facts> subjects, Reads reads) {
    return of(subjects, reads, Map.of());
  }

  /** The situations of those of the entities that exist. */
  public List<Situation> ofExisting(Collection<EntityRef> refs, Reads reads) {
    return of(entities.existing(refs), reads);
  }

  /**
   * The same where some entities are not as they are held.
   *
   * @param otherwise what they would be; empty for one that would not exist
   */
  public List<Situation> of(
      Collection<Facts> subjects, Reads reads, Map<EntityRef, Optional<Facts>> otherwise) {
    List<EntityRef> refs = subjects.stream().map(Facts::ref).toList();
    List<Situation> situations = related.around(subjects, reads.relations(), otherwise);
    if (reads.lookInto(Reads.MEASURED)) {
      Map<EntityRef, Map<String, Object>> measured = facts.of(refs);
      situations = each(situations, s -> s.measured(measured.getOrDefault(s.ref(), Map.of())));
    }
    if (reads.lookInto(Reads.GRAPH)) {
      Map<EntityRef, Map<String, Object>> counted = graph.of(refs);
      situations = each(situations, s -> s.inGraph(counted.getOrDefault(s.ref(), Map.of())));
    }
    Map<EntityRef, List<Exemption>> exemptions =
        decided(refs, Exemption.KIND, Exemption.RELATION, Exemption::read);
    Map<EntityRef, List<Check>> checks =
        reads.lookInto(Reads.CHECKS)
            ? decided(refs, Check.KIND, Check.RELATION, Check::read)
            : Map.of();
    return exemptions.isEmpty() && checks.isEmpty()
        ? situations
        : each(
            situations,
            s ->
                s.decided(
                    exemptions.getOrDefault(s.ref(), List.of()),
                    checks.getOrDefault(s.ref(), List.of())));
  }

  /**
   * Tells of all entities that exist, chunk by chunk.
   *
   * @param otherwise entities that are supposed to be otherwise; empty for one that would not exist
   * @param wanted asked of each: the situations of the others are not found out
   * @param told takes a chunk, and answers whether to go on
   * @return whether it went on to the end
   */
  public boolean eachExisting(
      Reads reads,
      Map<EntityRef, Optional<Facts>> otherwise,
      Predicate<Facts> wanted,
      Predicate<List<Situation>> told) {
    String position = "";
    List<Facts> chunk;
    do {
      chunk = entities.after(position, CHUNK);
      List<Facts> held =
          chunk.stream()
              .filter(facts -> !otherwise.containsKey(facts.ref()))
              .filter(wanted)
              .toList();
      if (!told.test(of(held, reads, otherwise))) {
        return false;
      }
      position = chunk.isEmpty() ? position : chunk.getLast().ref().toString();
    } while (chunk.size() == CHUNK);
    List<Facts> supposed =
        otherwise.values().stream().flatMap(Optional::stream).filter(wanted).toList();
    for (int from = 0; from < supposed.size(); from += CHUNK) {
      List<Facts> part = supposed.subList(from, Math.min(from + CHUNK, supposed.size()));
      if (!told.test(of(part, reads, otherwise))) {
        return false;
      }
    }
    return true;
  }

  /** When the version of an entity that is held was committed. */
  public Optional<Instant> committedAt(EntityRef ref) {
    return entities.committedAt(ref);
  }

  private static List<Situation> each(
      List<Situation> situations, Function<Situation, Situation> more) {
    return situations.stream().map(more).toList();
  }

  /** What entities of a kind that people decide by say of others. */
  private <T> Map<EntityRef, List<T>> decided(
      List<EntityRef> about, String kind, String relation, Function<Facts, Optional<T>> reading) {
    Map<EntityRef, List<Edge>> sources =
        new HashMap<>(
            relations.sources(about.stream().map(ref -> new Edge(relation, ref)).toList()));
    sources.keySet().removeIf(source -> !source.kind().equals(kind));
    Map<EntityRef, List<T>> decided = new HashMap<>();
    for (Facts source : entities.existing(sources.keySet())) {
      reading
          .apply(source)
          .ifPresent(
              decision ->
                  sources
                      .getOrDefault(source.ref(), List.of())
                      .forEach(
                          edge ->
                              decided
                                  .computeIfAbsent(edge.target(), _ -> new ArrayList<>())
                                  .add(decision)));
    }
    return decided;
  }
}
