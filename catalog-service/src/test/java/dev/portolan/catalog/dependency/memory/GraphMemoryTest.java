package dev.portolan.catalog.dependency.memory;

import static dev.portolan.catalog.EntityFixtures.changed;
import static dev.portolan.catalog.EntityFixtures.dependsOn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.catalog.dependency.DependencyGraph;
import dev.portolan.catalog.dependency.Direction;
import dev.portolan.catalog.dependency.ImpactAnalysis;
import dev.portolan.catalog.dependency.ImpactFilter;
import dev.portolan.catalog.dependency.ImpactIsRight;
import dev.portolan.catalog.dependency.ImpactQuestion;
import dev.portolan.catalog.dependency.WholeGraph;
import dev.portolan.catalog.projection.Declarations;
import dev.portolan.catalog.projection.Edge;
import dev.portolan.catalog.projection.GraphDifference;
import dev.portolan.catalog.projection.InMemoryGraph;
import dev.portolan.catalog.projection.LatestChanges;
import dev.portolan.catalog.projection.RandomChanges;
import dev.portolan.events.EntityChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class GraphMemoryTest {
  private final InMemoryGraph store = new InMemoryGraph();
  private long turn;

  @Test
  void whateverTheHistoryImpactIsWhatANaiveSearchFinds() {
    for (long seed = 0; seed < 60; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      RandomChanges history = new RandomChanges(random, 9);
      InMemoryGraph store = new InMemoryGraph();
      LatestChanges model = new LatestChanges();
      GraphMemory memory = new GraphMemory(new NoStore(), draft -> 0);
      memory.fill();
      turn = 0;
      for (int step = 0; step < 25; step++) {
        List<EntityChanged> batch = history.batch();
        batch.forEach(model::hear);
        written(memory, store.apply(batch));
        String where = "seed %d, step %d".formatted(seed, step);
        Set<String> refs = new TreeSet<>(model.refs());
        ImpactIsRight.check(memory, model, where);
        assertThat(edges(memory)).as(where).isEqualTo(model.edges());
        for (String ref : refs) {
          assertThat(memory.<Long>read(view -> view.version(ref)))
              .as(where)
              .isEqualTo(model.version(ref));
        }
      }
    }
  }

  @Test
  void whateverIsSupposedTheAnswerIsWhatItWouldBeAndTheGraphStaysAsItIs() {
    for (long seed = 0; seed < 60; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      RandomChanges history = new RandomChanges(random, 9);
      RandomChanges otherHistory = new RandomChanges(random, 13);
      InMemoryGraph store = new InMemoryGraph();
      LatestChanges model = new LatestChanges();
      GraphMemory memory = new GraphMemory(new NoStore(), draft -> 0);
      memory.fill();
      turn = 0;
      for (int step = 0; step < 12; step++) {
        List<EntityChanged> batch = history.batch();
        batch.forEach(model::hear);
        written(memory, store.apply(batch));
        List<EntityChanged> supposed = otherHistory.batch();
        LatestChanges supposedModel = model.copy();
        supposed.forEach(supposedModel::suppose);
        String where = "seed %d, step %d".formatted(seed, step);
        WholeGraph supposing = memory.readWhole(graph -> graph.supposing(supposed));
        ImpactIsRight.check(supposing, supposedModel, where + ", supposing");
        ImpactIsRight.check(memory, model, where);
      }
    }
  }

  @Test
  void theStoreAnswersUntilTheMemoryIsFilledAndAfterItLostTrack() {
    GraphMemory memory = new GraphMemory(new NoStore(), draft -> 0);
    assertThat(memory.isFilled()).isFalse();

    written(memory, store.apply(List.of(changed("component:a", 1))));
    assertThat(memory.isFilled()).as("while others write too").isFalse();

    memory.fill();
    assertThat(memory.isFilled()).isTrue();

    memory.lostTrack();
    assertThat(memory.isFilled()).isFalse();
    memory.refill();
    assertThat(memory.isFilled()).isTrue();

    memory.empty();
    memory.refill();
    assertThat(memory.isFilled()).as("when others write again").isFalse();
  }

  @Test
  void aWriteOfSomebodyElseMakesItReadTheStoreAnew() {
    AtomicInteger loads = new AtomicInteger();
    GraphMemory memory =
        new GraphMemory(
            new NoStore(),
            draft -> {
              draft.node("component:default/elses", 1, null);
              return 7L + loads.getAndIncrement();
            });
    memory.fill();
    assertThat(loads).hasValue(1);

    memory.written(8, Map.of(), store.apply(List.of(changed("component:a", 1))));
    assertThat(loads).as("when the writes follow each other").hasValue(1);

    memory.written(10, Map.of(), store.apply(List.of(changed("component:b", 1))));
    assertThat(loads).as("when one write was somebody else's").hasValue(2);
  }

  @Test
  void aStoreThatCannotBeReadLeavesTheMemoryEmptyForNow() {
    AtomicBoolean away = new AtomicBoolean(true);
    GraphMemory memory =
        new GraphMemory(
            new NoStore(),
            draft -> {
              if (away.get()) {
                throw new IllegalStateException("away");
              }
              return 0;
            });

    memory.fill();
    assertThat(memory.isFilled()).isFalse();

    away.set(false);
    memory.refill();
    assertThat(memory.isFilled()).isTrue();
  }

  @Test
  void aReaderSeesOneStateWhileAWriterMovesLeavesBetweenHubs() throws InterruptedException {
    GraphMemory memory = new GraphMemory(new NoStore(), draft -> 0);
    memory.fill();
    List<EntityChanged> leaves = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      leaves.add(changed("component:leaf" + i, 1, dependsOn("component:hub" + i % 2)));
    }
    written(
        memory,
        store.apply(
            List.of(
                changed("component:hub0", 1, dependsOn("component:root")),
                changed("component:hub1", 1, dependsOn("component:root")))));
    written(memory, store.apply(leaves));
    AtomicBoolean done = new AtomicBoolean();
    Thread writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int version = 2; version < 500; version++) {
                    String leaf = "component:leaf" + version % 100;
                    String hub = "component:hub" + (version / 100 + version) % 2;
                    written(memory, store.apply(List.of(changed(leaf, version, dependsOn(hub)))));
                  }
                  done.set(true);
                });
    int asked = 0;
    while (!done.get() || asked == 0) {
      asked++;
      assertThat(total(memory)).isEqualTo(102);
    }
    writer.join();
  }

  private static Map<Edge, Declarations> edges(GraphMemory memory) {
    Map<Edge, Declarations> edges = new TreeMap<>();
    return memory.readWhole(
        graph -> {
          for (int node = 0; node < graph.size(); node++) {
            graph.edges(
                node,
                (source, type, target, declarations) ->
                    edges.put(new Edge(graph.ref(source), type, graph.ref(target)), declarations));
          }
          return edges;
        });
  }

  private void written(GraphMemory memory, GraphDifference difference) {
    memory.written(++turn, Map.of(), difference);
  }

  private static int total(DependencyGraph graph) {
    ImpactQuestion question =
        new ImpactQuestion(
            List.of("component:default/root"),
            Direction.DEPENDENTS,
            null,
            null,
            ImpactFilter.ALL,
            Map.of(),
            0,
            1,
            null);
    return new ImpactAnalysis(graph).impact(question).orElseThrow().total();
  }
}
