package dev.portolan.catalog.projection;

import static dev.portolan.catalog.EntityFixtures.changed;
import static dev.portolan.catalog.EntityFixtures.deleted;
import static dev.portolan.catalog.EntityFixtures.entity;

import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.events.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A history of few entities that speak of each other from both ends, in batches: with deletions,
 * re-creations, replays and versions out of order.
 */
public final class RandomChanges {
  private static final List<String> TYPES =
      List.of(
          "dependsOn",
          "dependencyOf",
          "providesApi",
          "memberOf",
          "hasMember",
          "hauntedBy",
          "ownedBy",
          "partOf");

  private static final List<String> KINDS =
      List.of("component", "component", "component", "system", "domain");

  /** Who say, now and then, which way trouble travels along a type that is not built in. */
  private static final List<String> DEFINITIONS = List.of("kind:default/ghost", "kind:default/imp");

  private final RandomGenerator random;
  private final int entities;
  private final List<EntityChanged> said = new ArrayList<>();
  private final long[] versions;

  public RandomChanges(RandomGenerator random, int entities) {
    this.random = random;
    this.entities = entities;
    this.versions = new long[entities + DEFINITIONS.size()];
  }

  /** A batch with at most one change of each entity. */
  public List<EntityChanged> batch() {
    List<EntityChanged> batch = new ArrayList<>();
    int size = 1 + random.nextInt(5);
    for (int i = 0; i < size; i++) {
      EntityChanged change = random.nextInt(5) == 0 && !said.isEmpty() ? replayed() : one();
      if (batch.stream().noneMatch(other -> other.ref().equals(change.ref()))) {
        batch.add(change);
      }
    }
    return batch;
  }

  /** A batch in which every change is news. */
  public List<EntityChanged> news() {
    List<EntityChanged> batch = new ArrayList<>();
    int size = 1 + random.nextInt(5);
    for (int i = 0; i < size; i++) {
      EntityChanged change = one();
      if (batch.stream().noneMatch(other -> other.ref().equals(change.ref()))) {
        batch.add(change);
      }
    }
    return batch;
  }

  private EntityChanged replayed() {
    return said.get(random.nextInt(said.size()));
  }

  private EntityChanged one() {
    boolean defines = random.nextInt(8) == 0;
    int number = defines ? random.nextInt(DEFINITIONS.size()) : random.nextInt(entities);
    String ref = defines ? DEFINITIONS.get(number) : ref(number);
    long version = versions[defines ? entities + number : number] += 1 + random.nextInt(2);
    EntityChanged change =
        random.nextInt(4) == 0
            ? deleted(ref, version)
            : changed(entity(ref, defines ? definition() : spec(), relations()), version);
    said.add(change);
    return change;
  }

  private Map<String, Object> spec() {
    return Map.of("tier", 1 + random.nextInt(2));
  }

  private Map<String, Object> definition() {
    String trouble = List.of("toSource", "toTarget", "stays", "up").get(random.nextInt(4));
    return Map.of("relations", List.of(Map.of("type", "hauntedBy", "trouble", trouble)));
  }

  private Relation[] relations() {
    Relation[] relations = new Relation[random.nextInt(5)];
    for (int i = 0; i < relations.length; i++) {
      String target = ref(random.nextInt(entities + 2));
      relations[i] =
          new Relation(
              TYPES.get(random.nextInt(TYPES.size())),
              EntityRef.parse(target),
              random.nextInt(3) == 0 ? Map.of("weight", random.nextInt(3)) : Map.of());
    }
    return relations;
  }

  private static String ref(int number) {
    return KINDS.get(number % KINDS.size()) + ":default/e" + number;
  }
}
