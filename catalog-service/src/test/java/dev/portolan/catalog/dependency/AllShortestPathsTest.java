package dev.portolan.catalog.dependency;

import static dev.portolan.catalog.EntityFixtures.changed;
import static dev.portolan.catalog.EntityFixtures.dependsOn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.catalog.dependency.memory.GraphMemory;
import dev.portolan.catalog.dependency.memory.NoStore;
import dev.portolan.catalog.projection.InMemoryGraph;
import dev.portolan.catalog.projection.LatestChanges;
import dev.portolan.catalog.projection.RandomChanges;
import dev.portolan.events.EntityChanged;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class AllShortestPathsTest {
  @Test
  void everyShortestWayIsNamedInTheOrderOfReferences() {
    AllShortestPaths paths =
        paths(
                "component:default/web",
                "resource:default/db",
                10,
                changed("component:web", 1, dependsOn("component:b"), dependsOn("component:a")),
                changed("component:a", 1, dependsOn("resource:db")),
                changed("component:b", 1, dependsOn("resource:db"), dependsOn("component:c")),
                changed("component:c", 1, dependsOn("resource:db")),
                changed("resource:db", 1))
            .orElseThrow();

    assertThat(paths.length()).isEqualTo(2);
    assertThat(paths.total()).isEqualTo(2);
    assertThat(paths.paths())
        .containsExactly(
            List.of("component:default/web", "component:default/a", "resource:default/db"),
            List.of("component:default/web", "component:default/b", "resource:default/db"));
  }

  @Test
  void moreWaysThanCouldEverBeNamedAreCountedAndTheFirstAreNamed() {
    List<EntityChanged> ladder = new ArrayList<>();
    for (int rung = 0; rung < 100; rung++) {
      String next = "component:n%03d-".formatted(rung + 1);
      for (String side : List.of("a", "b")) {
        ladder.add(
            changed(
                "component:n%03d-%s".formatted(rung, side),
                1,
                dependsOn(next + "a"),
                dependsOn(next + "b")));
      }
    }

    AllShortestPaths paths =
        paths(
                "component:default/n000-a",
                "component:default/n100-a",
                3,
                ladder.toArray(EntityChanged[]::new))
            .orElseThrow();

    assertThat(paths.length()).isEqualTo(100);
    assertThat(paths.total()).isEqualTo(Long.MAX_VALUE);
    assertThat(paths.paths()).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void aWayLongerThanAnyStackIsNamed() {
    EntityChanged[] chain = new EntityChanged[20_000];
    for (int i = 0; i < chain.length; i++) {
      chain[i] = changed("component:n" + i, 1, dependsOn("component:n" + (i + 1)));
    }

    assertThat(
            paths("component:default/n0", "component:default/n20000", 1, chain)
                .orElseThrow()
                .paths()
                .getFirst())
        .hasSize(20_001);
  }

  @Test
  void inAnyGraphTheyAreAllTheWaysOfThatLength() {
    for (long seed = 0; seed < 150; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      RandomChanges history = new RandomChanges(random, 8);
      LatestChanges model = new LatestChanges();
      List<EntityChanged> latest = new ArrayList<>();
      for (int step = 0; step < 10; step++) {
        history.batch().forEach(model::hear);
      }
      model.entities().forEach((ref, entity) -> latest.add(changed(entity, 1)));
      GraphMemory memory = memory(latest.toArray(EntityChanged[]::new));
      for (String from : model.refs()) {
        for (String to : model.refs()) {
          Optional<AllShortestPaths> found = new ImpactAnalysis(memory).paths(from, to, 1000);
          assertThat(found.map(AllShortestPaths::paths).map(Set::copyOf).orElse(Set.of()))
              .as("seed %d, from %s to %s", seed, from, to)
              .isEqualTo(naive(model, from, to));
          found.ifPresent(paths -> assertThat(paths.total()).isEqualTo(paths.paths().size()));
        }
      }
    }
  }

  /** Tries all ways of each length, the short ones first. */
  private static Set<List<String>> naive(LatestChanges model, String from, String to) {
    for (Direction direction : List.of(Direction.DEPENDENCIES, Direction.DEPENDENTS)) {
      Set<List<String>> ways = Set.of(List.of(from));
      for (int length = 0; length <= model.refs().size(); length++) {
        Set<List<String>> there = new HashSet<>(ways);
        there.removeIf(way -> !way.getLast().equals(to));
        if (!there.isEmpty()) {
          return known(model, from, to) ? there : Set.of();
        }
        ways = longer(model, ways, direction);
      }
    }
    return Set.of();
  }

  private static boolean known(LatestChanges model, String from, String to) {
    Set<String> known = new TreeSet<>(model.existing());
    model.edges().keySet().forEach(edge -> known.addAll(List.of(edge.source(), edge.target())));
    return known.contains(from) && known.contains(to);
  }

  private static Set<List<String>> longer(
      LatestChanges model, Set<List<String>> ways, Direction direction) {
    NaiveImpact naive = new NaiveImpact(model);
    Set<List<String>> longer = new HashSet<>();
    for (List<String> way : ways) {
      for (String next : model.refs()) {
        if (!way.contains(next) && naive.isStep(way.getLast(), next, direction)) {
          List<String> more = new ArrayList<>(way);
          more.add(next);
          longer.add(more);
        }
      }
    }
    return longer;
  }

  private static Optional<AllShortestPaths> paths(
      String from, String to, int first, EntityChanged... organisation) {
    return new ImpactAnalysis(memory(organisation)).paths(from, to, first);
  }

  private static GraphMemory memory(EntityChanged... organisation) {
    GraphMemory memory = new GraphMemory(new NoStore(), draft -> 0);
    memory.fill();
    memory.written(1, Map.of(), new InMemoryGraph().apply(List.of(organisation)));
    return memory;
  }
}
