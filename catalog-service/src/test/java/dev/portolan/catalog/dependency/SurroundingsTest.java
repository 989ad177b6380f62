package dev.portolan.catalog.dependency;

import static dev.portolan.catalog.EntityFixtures.changed;
import static dev.portolan.catalog.EntityFixtures.dependsOn;
import static dev.portolan.catalog.EntityFixtures.relation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.catalog.dependency.memory.GraphMemory;
import dev.portolan.catalog.dependency.memory.NoStore;
import dev.portolan.catalog.projection.InMemoryGraph;
import dev.portolan.events.EntityChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
  private static final EntityChanged[] ORGANISATION = {
    changed("domain:retail", 1),
    changed("system:tills", 1, relation("partOf", "domain:retail")),
    changed("component:till", 1, relation("partOf", "system:tills"), dependsOn("resource:db")),
    changed("resource:db", 1, relation("ownedBy", "group:data")),
    changed("group:data", 1),
  };

  @Test
  void aroundAnEntityAreThoseAtTheOtherEndsOfItsRelationsWhateverTheyAre() {
    assertThat(around("component:default/till", 1).refs())
        .containsExactlyInAnyOrder(
            "component:default/till", "system:default/tills", "resource:default/db");
    assertThat(around("component:default/till", 2).refs())
        .contains("domain:default/retail", "group:default/data");
    assertThat(around("component:default/till", 0).refs())
        .containsExactly("component:default/till");
  }

  @Test
  void belowADomainAreItsSystemsAndTheirParts() {
    Surroundings below =
        of("domain:default/retail", (view, root) -> Surroundings.below(root, view), ORGANISATION);

    assertThat(below.complete()).isTrue();
    assertThat(below.refs())
        .containsExactly("domain:default/retail", "system:default/tills", "component:default/till");
  }

  @Test
  void moreThanCanBeNamedIsCutOffAndSaysSo() {
    List<EntityChanged> hub = new ArrayList<>(List.of(changed("component:hub", 1)));
    for (int i = 0; i < Surroundings.MOST; i++) {
      hub.add(changed("component:n" + i, 1, dependsOn("component:hub")));
    }

    Surroundings cut =
        of(
            "component:default/hub",
            (view, root) -> Surroundings.within(1, root, view, List.of("dependsOn")),
            hub.toArray(EntityChanged[]::new));

    assertThat(cut.refs()).hasSize(Surroundings.MOST);
    assertThat(cut.complete()).isFalse();
    assertThat(cut.incompleteReason()).contains("component:default/hub");
  }

  private static Surroundings around(String ref, int hops) {
    List<String> types = List.of("dependsOn", "partOf", "ownedBy");
    return of(ref, (view, root) -> Surroundings.within(hops, root, view, types), ORGANISATION);
  }

  private interface Question {
    Surroundings ask(GraphView view, int root);
  }

  private static Surroundings of(String ref, Question question, EntityChanged... organisation) {
    GraphMemory memory = new GraphMemory(new NoStore(), draft -> 0);
    memory.fill();
    memory.written(1, Map.of(), new InMemoryGraph().apply(List.of(organisation)));
    Function<GraphView, Surroundings> asked = view -> question.ask(view, view.node(ref));
    return memory.read(asked);
  }
}
