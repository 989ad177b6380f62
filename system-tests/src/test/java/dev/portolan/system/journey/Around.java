package dev.portolan.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.system.platform.Platform;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What the graph shows around an entity.
 *
 * @param exists whether it does
 * @param reached how many entities its trouble reaches
 * @param steps who depends on whom, of it and of what stands next to it, where both exist
 */
record Around(boolean exists, int reached, Set<Step> steps) {

  /** An entity, and what it depends on. */
  record Step(String ref, String dependency) implements Comparable<Step> {
    static Step of(JsonNode step) {
      return new Step(step.path("ref").asString(), step.path("dependency").asString());
    }

    @Override
    public int compareTo(Step other) {
      return toString().compareTo(other.toString());
    }
  }

  static Around of(Platform platform, String ref) {
    JsonNode answer =
        platform
            .graphQl()
            .answer(
                """
                query($ref: ID!) {
                  entity(ref: $ref) { ref }
                  all: impact(ref: $ref) { total }
                  dependents: impact(ref: $ref, maxDepth: 1) { entities(first: 500) { nodes { ref } } }
                  dependencies: impact(ref: $ref, maxDepth: 1, direction: DEPENDENCIES) {
                    entities(first: 500) { nodes { ref entity { ref } } } } }""",
                Map.of("ref", ref));
    // What never was is no failure; anything else would let the rest look empty.
    assertThat(answer.path("errors"))
        .as(answer.toString())
        .allSatisfy(
            error -> assertThat(error.at("/extensions/code").asString()).isEqualTo("NOT_FOUND"));
    JsonNode data = answer.path("data");
    boolean exists = !data.path("entity").isNull();
    Set<Step> steps = new TreeSet<>();
    if (exists) {
      for (JsonNode node : data.at("/dependents/entities/nodes")) {
        steps.add(new Step(node.path("ref").asString(), ref));
      }
      for (JsonNode node : data.at("/dependencies/entities/nodes")) {
        if (!node.path("entity").isNull()) {
          steps.add(new Step(ref, node.path("ref").asString()));
        }
      }
    }
    return new Around(exists, data.at("/all/total").asInt(0), steps);
  }

  /** The steps of this that the other lacks, of entities that exist there. */
  Set<Step> lostIn(Around other, String ref) {
    Set<Step> lost = new TreeSet<>(steps);
    lost.removeAll(other.steps());
    lost.removeIf(step -> step.ref().equals(ref) && !other.exists());
    return lost;
  }
}
