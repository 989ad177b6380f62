package dev.portolan.scorecard.graph;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.EntityRef;
import dev.portolan.events.Relation;
import dev.portolan.events.RelationType;
import dev.portolan.events.RelationType.Trouble;
import dev.portolan.events.RelationTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomTroubleTest {
  private static final List<String> TYPES =
      Stream.concat(
              RelationType.builtIn().stream()
                  .flatMap(type -> Stream.of(type.name(), type.inverse())),
              Stream.of("dependsOn", "dependsOn", "testedBy", "mooredAt", "feeds"))
          .toList();

  private static final RelationTypes OWN =
      RelationTypes.BUILT_IN.with(
          "kind:default/ship", Map.of("mooredAt", Trouble.TO_SOURCE, "feeds", Trouble.TO_TARGET));

  private final TroubleGraph graph = new TroubleGraph(OWN);
  private final NaiveTrouble model = new NaiveTrouble();

  @Test
  void afterAnyChangesTheFactsAreWhatSearchingFromEveryEntityFinds() {
    for (long seed = 0; seed < 150; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      new RandomTroubleTest().change(random, 2 + random.nextInt(20), "seed " + seed);
    }
  }

  @Test
  void soTheyAreWhereMoreIsReachedThanFitsIntoOneTurn() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    for (int entities : List.of(511, 512, 513, 1_200)) {
      new RandomTroubleTest().buildLayers(random, entities);
    }
  }

  private void change(RandomGenerator random, int most, String where) {
    List<EntityRef> refs = refs(most);
    CatalogFacts previous = CatalogFacts.EMPTY;
    Map<EntityRef, GraphFacts> before = Map.of();
    for (int turn = 0; turn < 25; turn++) {
      boolean changed = false;
      for (int change = random.nextInt(4); change > 0; change--) {
        changed |= change(random, refs);
      }
      CatalogFacts now = graph.facts();
      Map<EntityRef, GraphFacts> expected = model.facts();
      assertThat(all(now)).as("%s, turn %d", where, turn).isEqualTo(expected);
      assertThat(new TreeMap<>(now.changedSince(previous)))
          .as("%s, turn %d", where, turn)
          .isEqualTo(different(before, expected));
      assertThat(changed || before.equals(expected)).as("%s, turn %d", where, turn).isTrue();
      assertThat(graph.size()).isEqualTo(expected.size());
      refs.forEach(ref -> assertThat(now.of(ref)).isEqualTo(expected.get(ref)));
      previous = now;
      before = expected;
    }
  }

  private boolean change(RandomGenerator random, List<EntityRef> refs) {
    EntityRef ref = any(random, refs);
    if (random.nextInt(3) == 0) {
      model.remove(ref);
      return graph.remove(ref);
    }
    List<Relation> relations = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      relations.add(new Relation(any(random, TYPES), any(random, refs)));
    }
    model.put(ref, relations);
    return graph.put(ref, relations);
  }

  /** Circles of some, and between them steps that go one way. */
  private void buildLayers(RandomGenerator random, int entities) {
    List<EntityRef> refs = refs(entities);
    for (int i = 0; i < entities; i++) {
      List<Relation> relations = new ArrayList<>();
      if (i >= 10) {
        relations.add(new Relation("dependsOn", refs.get(i - 1 - random.nextInt(10))));
      }
      if (i % 50 < 3) {
        relations.add(new Relation("dependsOn", refs.get(Math.min(entities - 1, i / 50 * 50 + 4))));
      }
      model.put(refs.get(i), relations);
      graph.put(refs.get(i), relations);
    }
    assertThat(all(graph.facts())).as("%d entities", entities).isEqualTo(model.facts());
  }

  private static Map<EntityRef, GraphFacts> different(
      Map<EntityRef, GraphFacts> before, Map<EntityRef, GraphFacts> now) {
    return new TreeMap<>(
        now.entrySet().stream()
            .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static Map<EntityRef, GraphFacts> all(CatalogFacts facts) {
    Map<EntityRef, GraphFacts> all = new TreeMap<>();
    facts.forEach(all::put);
    return all;
  }

  private static List<EntityRef> refs(int count) {
    return IntStream.range(0, count).mapToObj(i -> EntityRef.parse("component:e" + i)).toList();
  }

  private static <T> T any(RandomGenerator random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
