package dev.portolan.catalog.projection;

import static dev.portolan.catalog.EntityFixtures.changed;
import static dev.portolan.catalog.EntityFixtures.deleted;
import static dev.portolan.catalog.EntityFixtures.dependsOn;
import static dev.portolan.catalog.EntityFixtures.relation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.EntityChanged;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class GraphDifferenceTest {
  private static final String A = "component:default/a";
  private static final String B = "component:default/b";
  private static final Edge A_DEPENDS_ON_B = new Edge(A, "dependsOn", B);

  private final InMemoryGraph graph = new InMemoryGraph();

  @Test
  void aRelationToNothingDanglesUntilItsTargetAppears() {
    apply(changed(A, 1, dependsOn(B)));
    assertThat(graph.refs()).containsExactly(A, B);
    assertThat(graph.existing()).containsExactly(A);

    apply(changed(B, 1));
    assertThat(graph.existing()).containsExactly(A, B);
    assertThat(graph.edges()).containsOnlyKeys(A_DEPENDS_ON_B);
  }

  @Test
  void aRelationThatIsDeclaredFromItsTargetIsHeldInItsStoredDirection() {
    apply(changed(B, 1, relation("dependencyOf", A)));

    assertThat(graph.edges()).containsOnlyKeys(A_DEPENDS_ON_B);
    assertThat(graph.existing()).containsExactly(B);
  }

  @Test
  void anEdgeThatBothEndsDeclareIsOneAndStaysWhenOneFallsSilent() {
    apply(changed(A, 1, dependsOn(B)), changed(B, 1, relation("dependencyOf", A)));
    assertThat(graph.edges()).hasSize(1);

    apply(changed(A, 2));
    assertThat(graph.edges()).containsOnlyKeys(A_DEPENDS_ON_B);

    apply(changed(B, 2));
    assertThat(graph.edges()).isEmpty();
  }

  @Test
  void aDeletedEntityKeepsItsVersionAndLosesOnlyWhatItDeclared() {
    apply(changed(A, 3, dependsOn(B)), changed(B, 1, dependsOn(A)));
    apply(deleted(A, 4));

    assertThat(graph.version(A)).isEqualTo(4);
    assertThat(graph.existing()).doesNotContain(A);
    assertThat(graph.edges()).containsOnlyKeys(new Edge(B, "dependsOn", A));
  }

  @Test
  void whatOnlyAGoneRelationNamedIsForgotten() {
    apply(changed(A, 1, dependsOn(B)));
    apply(changed(A, 2));

    assertThat(graph.refs()).containsExactly(A);
  }

  @Test
  void aReplayWritesNothing() {
    EntityChanged change = changed(A, 2, dependsOn(B));
    apply(change);
    int writes = graph.writes;

    apply(change);
    apply(changed(A, 1));

    assertThat(graph.writes).isEqualTo(writes);
  }

  @Test
  void whateverTheHistoryTheGraphSaysWhatTheLatestChangesSay() {
    for (long seed = 0; seed < 300; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      RandomChanges history = new RandomChanges(random, 5);
      InMemoryGraph graph = new InMemoryGraph();
      LatestChanges model = new LatestChanges();
      for (int step = 0; step < 40; step++) {
        List<EntityChanged> batch = history.batch();
        graph.apply(batch);
        batch.forEach(model::hear);
        String where = "seed %d, step %d, after %s".formatted(seed, step, batch);
        assertThat(graph.edges()).as(where).isEqualTo(model.edges());
        assertThat(graph.existing()).as(where).isEqualTo(model.existing());
        assertThat(graph.refs()).as(where).isEqualTo(model.refs());
        for (String ref : graph.refs()) {
          assertThat(graph.version(ref)).as(where).isEqualTo(model.version(ref));
        }
      }
    }
  }

  private void apply(EntityChanged... changes) {
    graph.apply(List.of(changes));
  }
}
