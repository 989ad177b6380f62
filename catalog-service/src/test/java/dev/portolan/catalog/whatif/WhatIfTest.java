package dev.portolan.catalog.whatif;

import static dev.portolan.catalog.EntityFixtures.changed;
import static dev.portolan.catalog.EntityFixtures.deleted;
import static dev.portolan.catalog.EntityFixtures.dependsOn;
import static dev.portolan.catalog.EntityFixtures.entity;
import static dev.portolan.catalog.EntityFixtures.relation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.catalog.dependency.Direction;
import dev.portolan.catalog.dependency.Impact;
import dev.portolan.catalog.dependency.Impact.Impacted;
import dev.portolan.catalog.dependency.ImpactAnalysis;
import dev.portolan.catalog.dependency.ImpactFilter;
import dev.portolan.catalog.dependency.ImpactQuestion;
import dev.portolan.catalog.dependency.RollUp;
import dev.portolan.catalog.dependency.memory.GraphMemory;
import dev.portolan.catalog.dependency.memory.NoStore;
import dev.portolan.catalog.finding.FindingKind;
import dev.portolan.catalog.projection.InMemoryGraph;
import dev.portolan.catalog.projection.RandomChanges;
import dev.portolan.catalog.whatif.Dependencies.Step;
import dev.portolan.catalog.whatif.WhatIf.Appearance;
import dev.portolan.events.EntityChanged;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class WhatIfTest {
  private static final EntityChanged WEB =
      changed("component:web", 1, dependsOn("component:api"), relation("ownedBy", "group:shop"));
  private static final EntityChanged API = changed("component:api", 1, dependsOn("resource:db"));
  private static final EntityChanged DB = changed("resource:db", 1);
  private static final EntityChanged SHOP = changed("group:shop", 1);
  private static final EntityChanged ADA =
      changed("user:ada", 1, relation("memberOf", "group:shop"));

  private final InMemoryGraph store = new InMemoryGraph();
  private final GraphMemory memory = new GraphMemory(new NoStore(), draft -> 0);
  private long turn;

  @Test
  void whoeverDependsOnWhatGoesLosesItAndIsReached() {
    WhatIf whatIf = whatIf(deleted("component:api", 2));

    assertThat(whatIf.lost().steps())
        .containsExactly(new Step("component:default/web", "component:default/api"));
    assertThat(whatIf.impact().entities())
        .extracting(Impacted::ref)
        .containsExactly("component:default/web");
    assertThat(whatIf.appearing())
        .contains(
            new Appearance(
                FindingKind.DANGLING_RELATION,
                "component:default/web",
                0,
                List.of("component:default/api")));
  }

  @Test
  void aNewDependencyThatClosesACircleIsSaid() {
    WhatIf whatIf = whatIf(changed("resource:db", 2, dependsOn("component:web")));

    assertThat(whatIf.gained().steps())
        .containsExactly(new Step("resource:default/db", "component:default/web"));
    assertThat(whatIf.appearing())
        .containsExactly(
            new Appearance(
                FindingKind.CYCLE,
                "component:default/api",
                3,
                List.of("component:default/web", "resource:default/db")));
  }

  @Test
  void whatATeamOwnsIsOrphanedWhenTheTeamGoes() {
    assertThat(whatIf(deleted("group:shop", 2)).appearing())
        .contains(
            new Appearance(
                FindingKind.OWNER_MISSING,
                "component:default/web",
                0,
                List.of("group:default/shop")));
  }

  @Test
  void whenTheLastPersonLeavesATeamWhatItOwnsHasNobody() {
    assertThat(whatIf(deleted("user:ada", 2)).appearing())
        .containsExactly(
            new Appearance(
                FindingKind.OWNER_WITHOUT_MEMBERS,
                "component:default/web",
                0,
                List.of("group:default/shop")));
  }

  @Test
  void whatIsMendedDisappears() {
    WhatIf before = whatIf(deleted("component:api", 2));
    say(deleted("component:api", 2));

    WhatIf whatIf = whatIf(changed("component:api", 3, dependsOn("resource:db")));

    assertThat(whatIf.disappearing()).isEqualTo(before.appearing());
    assertThat(whatIf.lost().total()).isZero();
  }

  @Test
  void aKindByWhichTroubleTravelsOtherwiseGainsAndLosesDependenciesOfOthers() {
    memory.fill();
    say(
        WEB,
        API,
        changed("ship:ada", 1, relation("mooredAt", "component:api")),
        changed(
            "component:both",
            1,
            relation("mooredAt", "component:api"),
            dependsOn("component:api")));

    WhatIf comes = whatIf(ship("toSource"));
    say(ship("toSource"));
    WhatIf turns = whatIf(ship("toTarget"));

    Step moored = new Step("ship:default/ada", "component:default/api");
    assertThat(comes.gained().steps())
        .as("but not who depends on it anyway")
        .containsExactly(moored);
    assertThat(comes.lost().total()).isZero();
    assertThat(turns.lost().steps()).containsExactly(moored);
    assertThat(turns.gained().steps())
        .containsExactly(
            new Step("component:default/api", "component:default/both"),
            new Step("component:default/api", "ship:default/ada"));
    assertThat(turns.appearing()).extracting(Appearance::kind).contains(FindingKind.CYCLE);
  }

  private static EntityChanged ship(String trouble) {
    Map<String, Object> relation = Map.of("type", "mooredAt", "trouble", trouble);
    return changed(entity("kind:ship", Map.of("relations", List.of(relation))), 1);
  }

  @Test
  void whatIsSupposedIsWhatIsSoOnceItIsMade() {
    for (long seed = 0; seed < 40; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      RandomChanges history = new RandomChanges(random, 10);
      InMemoryGraph store = new InMemoryGraph();
      GraphMemory memory = new GraphMemory(new NoStore(), draft -> 0);
      memory.fill();
      for (int turn = 1; turn < 15; turn++) {
        List<EntityChanged> batch = history.news();
        WhatIf supposed = memory.readWhole(graph -> WhatIf.of(graph, batch, question(batch)));
        memory.written(turn, Map.of(), store.apply(batch));

        Impact real =
            new ImpactAnalysis(memory)
                .impact(question(batch))
                .orElseGet(() -> Impact.nothing(Map.of()));
        assertThat(supposed.impact()).as("seed %d, turn %d", seed, turn).isEqualTo(real);
        WhatIf again = memory.readWhole(graph -> WhatIf.of(graph, batch, question(batch)));
        assertThat(again.lost().total() + again.gained().total() + again.appearingTotal())
            .as("what has been made makes no difference, seed %d, turn %d", seed, turn)
            .isZero();
      }
    }
  }

  private WhatIf whatIf(EntityChanged... changes) {
    if (turn == 0) {
      memory.fill();
      say(WEB, API, DB, SHOP, ADA);
    }
    List<EntityChanged> all = List.of(changes);
    return memory.readWhole(graph -> WhatIf.of(graph, all, question(all)));
  }

  private void say(EntityChanged... changes) {
    memory.written(++turn, Map.of(), store.apply(List.of(changes)));
  }

  private static ImpactQuestion question(List<EntityChanged> changes) {
    return new ImpactQuestion(
        changes.stream().map(change -> change.ref().toString()).toList(),
        Direction.DEPENDENTS,
        null,
        null,
        ImpactFilter.ALL,
        Map.of(RollUp.KIND, 10, RollUp.OWNER, 10),
        10,
        100,
        null);
  }
}
