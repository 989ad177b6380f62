package dev.portolan.scorecard.graph;

import static dev.portolan.scorecard.EntityFixtures.dependsOn;
import static dev.portolan.scorecard.EntityFixtures.relation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.EntityRef;
import dev.portolan.events.Relation;
import dev.portolan.events.RelationType.Trouble;
import dev.portolan.events.RelationTypes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TroubleGraphTest {
  private static final RelationTypes TYPES =
      RelationTypes.BUILT_IN.with(
          "kind:default/ship", Map.of("mooredAt", Trouble.TO_SOURCE, "feeds", Trouble.TO_TARGET));

  private final TroubleGraph graph = new TroubleGraph(TYPES);

  @Test
  void troubleReachesDependentsOfDependents() {
    put("resource:db");
    put("component:store", dependsOn("resource:db"));
    put("component:shop", dependsOn("component:store"), dependsOn("resource:db"));

    assertThat(facts("resource:db")).isEqualTo(new GraphFacts(2, 0, 2, 0));
    assertThat(facts("component:store")).isEqualTo(new GraphFacts(1, 1, 1, 0));
    assertThat(facts("component:shop")).isEqualTo(new GraphFacts(0, 2, 0, 0));
  }

  @Test
  void itGoesFromAProviderToItsApiAndFromThereToItsConsumers() {
    put("component:store", relation("providesApi", "api:orders"));
    put("api:orders");
    put("component:shop", relation("consumesApi", "api:orders"));

    assertThat(facts("component:store")).isEqualTo(new GraphFacts(1, 0, 2, 0));
    assertThat(facts("api:orders")).isEqualTo(new GraphFacts(1, 1, 1, 0));
    assertThat(facts("component:shop")).isEqualTo(new GraphFacts(0, 1, 0, 0));
  }

  @Test
  void itGoesThroughAnApiThatNobodyDescribedWhichCountsAsReachedButNotAsADependent() {
    put("component:store", relation("providesApi", "api:orders"));
    put("component:shop", relation("consumesApi", "api:orders"));

    assertThat(facts("component:store")).isEqualTo(new GraphFacts(0, 0, 2, 0));
    assertThat(facts("component:shop")).isEqualTo(new GraphFacts(0, 0, 0, 0));
    assertThat(facts("api:orders")).isNull();
  }

  @Test
  void whatAppearsIsCountedAndWhatGoesLeavesItsRelationsDangling() {
    put("component:shop", dependsOn("component:store"));
    assertThat(facts("component:shop")).isEqualTo(GraphFacts.ALONE);

    put("component:store");
    assertThat(facts("component:shop")).isEqualTo(new GraphFacts(0, 1, 0, 0));
    assertThat(facts("component:store")).isEqualTo(new GraphFacts(1, 0, 1, 0));

    assertThat(graph.remove(ref("component:store"))).isTrue();
    assertThat(facts("component:shop")).isEqualTo(GraphFacts.ALONE);
    assertThat(facts("component:store")).isNull();
  }

  @Test
  void itGoesAlongTypesOfOnesOwnTheWayThatTheirKindSays() {
    put("berth:north");
    put("ship:ada", relation("mooredAt", "berth:north"), relation("feeds", "component:radar"));
    put("component:radar");
    put("ship:eve", relation("passes", "berth:north"));

    assertThat(facts("berth:north")).isEqualTo(new GraphFacts(1, 0, 2, 0));
    assertThat(facts("ship:ada")).isEqualTo(new GraphFacts(1, 1, 1, 0));
    assertThat(facts("component:radar")).isEqualTo(new GraphFacts(0, 1, 0, 0));
    assertThat(facts("ship:eve")).isEqualTo(GraphFacts.ALONE);
  }

  @Test
  void ownersAndPartsCarryNone() {
    put("group:team");
    put("component:shop", relation("ownedBy", "group:team"), relation("partOf", "system:web"));

    assertThat(facts("group:team")).isEqualTo(GraphFacts.ALONE);
    assertThat(facts("component:shop")).isEqualTo(GraphFacts.ALONE);
  }

  @Test
  void aRelationThatBothEndsStateCountsOnceAndStaysUntilNeitherDoes() {
    put("component:shop", dependsOn("component:store"));
    put("component:store", relation("dependencyOf", "component:shop"));
    assertThat(facts("component:store")).isEqualTo(new GraphFacts(1, 0, 1, 0));

    put("component:shop");
    assertThat(facts("component:store")).isEqualTo(new GraphFacts(1, 0, 1, 0));

    put("component:store");
    assertThat(facts("component:store")).isEqualTo(GraphFacts.ALONE);
  }

  @Test
  void allWhoAreInACircleReachEachOtherAndWhatLiesBehind() {
    put("component:a", dependsOn("component:b"));
    put("component:b", dependsOn("component:c"));
    put("component:c", dependsOn("component:a"));
    put("component:d", dependsOn("component:b"));

    assertThat(facts("component:a")).isEqualTo(new GraphFacts(1, 1, 3, 3));
    assertThat(facts("component:b")).isEqualTo(new GraphFacts(2, 1, 3, 3));
    assertThat(facts("component:d")).isEqualTo(new GraphFacts(0, 1, 0, 0));
  }

  @Test
  void whoProvidesAnApiAndConsumesItIsInACircleWithIt() {
    put(
        "component:a",
        relation("providesApi", "api:of-its-own"),
        relation("consumesApi", "api:of-its-own"));

    assertThat(facts("component:a")).isEqualTo(new GraphFacts(0, 0, 1, 2));
  }

  @Test
  void whatDependsOnItselfIsInNoCircle() {
    put("component:a", dependsOn("component:a"));

    assertThat(facts("component:a")).isEqualTo(GraphFacts.ALONE);
  }

  @Test
  void whetherTroubleIsDifferentIsSaid() {
    assertThat(put("component:shop", dependsOn("component:store"))).isTrue();
    assertThat(put("component:shop", dependsOn("component:store"))).isFalse();
    assertThat(put("component:shop", owned(), dependsOn("component:store"))).isFalse();
    assertThat(put("component:store")).isTrue();
    assertThat(put("component:shop", owned())).isTrue();
    assertThat(graph.remove(ref("component:shop"))).isTrue();
    assertThat(graph.remove(ref("component:shop"))).isFalse();
    assertThat(graph.remove(ref("component:unheard-of"))).isFalse();
  }

  @Test
  void aRefThatDoesNotExistIsForgottenWithTheLastRelationToIt() {
    put("component:shop", dependsOn("component:first"), dependsOn("component:store"));
    put("component:web", dependsOn("component:store"));
    assertThat(graph.known()).isEqualTo(4);

    put("component:shop", dependsOn("component:store"));
    assertThat(graph.known()).isEqualTo(3);
    graph.remove(ref("component:web"));
    assertThat(graph.known()).isEqualTo(2);
    graph.remove(ref("component:shop"));
    assertThat(graph.known()).isZero();
  }

  @Test
  void onlyThoseWhoseFactsAreDifferentAreNamed() {
    put("resource:db");
    put("component:store", dependsOn("resource:db"));
    put("component:shop");
    put("component:aside");
    CatalogFacts before = graph.facts();

    put("component:shop", dependsOn("component:store"));
    put("component:new");
    graph.remove(ref("component:aside"));

    assertThat(graph.facts().changedSince(before))
        .isEqualTo(
            Map.of(
                ref("resource:db"), new GraphFacts(1, 0, 2, 0),
                ref("component:store"), new GraphFacts(1, 1, 1, 0),
                ref("component:shop"), new GraphFacts(0, 1, 0, 0),
                ref("component:new"), GraphFacts.ALONE));
  }

  @Test
  void whatIsLongerThanAnyStackIsCounted() {
    int length = 100_000;
    for (int i = 0; i < length; i++) {
      put("component:e" + i, dependsOn("component:e" + (i + 1)));
    }

    assertThat(facts("component:e" + (length - 1))).isEqualTo(new GraphFacts(1, 0, length - 1, 0));
  }

  private static Relation owned() {
    return relation("ownedBy", "group:team");
  }

  private boolean put(String ref, Relation... relations) {
    return graph.put(ref(ref), List.of(relations));
  }

  private @Nullable GraphFacts facts(String ref) {
    return graph.facts().of(ref(ref));
  }

  private static EntityRef ref(String text) {
    return EntityRef.parse(text);
  }
}
