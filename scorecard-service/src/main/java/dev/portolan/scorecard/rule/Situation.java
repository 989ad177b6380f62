package dev.portolan.scorecard.rule;

import dev.portolan.events.EntityRef;
import dev.portolan.events.RelationType;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An entity, and all that rules may ask about it.
 *
 * @param facts what it states
 * @param related by the name of a relation, either way, what the entities at its other end state
 *     that exist, in the order of their references
 * @param tooMany relations of which {@code related} says nothing, because more than {@link
 *     #MOST_RELATED} are so related
 * @param measured by name, what integrations said of it
 * @param graph what the whole graph says of it; empty until that has been counted
 * @param scorecards by {@link Scorecard#key}, how it stands by others
 * @param exemptions what it need not do
 * @param checks what somebody looked at
 */
public record Situation(
    Facts facts,
    Map<String, List<Map<String, Object>>> related,
    Set<String> tooMany,
    Map<String, Object> measured,
    Map<String, Object> graph,
    Map<String, Object> scorecards,
    List<Exemption> exemptions,
    List<Check> checks) {
  /** To how many an entity may be related by one relation for a rule to look at them. */
  public static final int MOST_RELATED = 2_000;

  /** Every relation is there for a rule to ask, also where nobody is so related. */
  private static final Map<String, List<Map<String, Object>>> ALONE =
      RelationType.builtIn().stream()
          .flatMap(type -> Stream.of(type.name(), type.inverse()))
          .collect(Collectors.toMap(name -> name, _ -> List.of()));

  /** An entity of which nothing is known but what it states. */
  public static Situation alone(Facts facts) {
    return new Situation(
        facts, ALONE, Set.of(), Map.of(), Map.of(), Map.of(), List.of(), List.of());
  }

  public EntityRef ref() {
    return facts.ref();
  }

  /** The same, among these related entities. */
  public Situation among(Map<String, List<Facts>> others, Set<String> tooMany) {
    Map<String, List<Map<String, Object>>> all = new HashMap<>(ALONE);
    others.forEach(
        (relation, entities) ->
            all.put(
                relation,
                entities.stream()
                    .sorted(Comparator.comparing(Facts::ref))
                    .map(Facts::entity)
                    .toList()));
    return new Situation(facts, all, tooMany, measured, graph, scorecards, exemptions, checks);
  }

  /** The same, with what integrations said of it. */
  public Situation measured(Map<String, Object> measured) {
    return new Situation(facts, related, tooMany, measured, graph, scorecards, exemptions, checks);
  }

  /** The same, with what the whole graph says of it. */
  public Situation inGraph(Map<String, Object> graph) {
    return new Situation(facts, related, tooMany, measured, graph, scorecards, exemptions, checks);
  }

  /** The same, standing so by scorecards. */
  public Situation standing(Map<String, Object> scorecards) {
    return new Situation(facts, related, tooMany, measured, graph, scorecards, exemptions, checks);
  }

  /** The same, with what people decided about it. */
  public Situation decided(List<Exemption> exemptions, List<Check> checks) {
    return new Situation(facts, related, tooMany, measured, graph, scorecards, exemptions, checks);
  }
}
