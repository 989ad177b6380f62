package dev.portolan.scorecard.evaluation;

import static dev.portolan.scorecard.EntityFixtures.dependsOn;
import static dev.portolan.scorecard.EntityFixtures.entity;
import static dev.portolan.scorecard.EntityFixtures.relation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.evaluation.Touches.Edge;
import dev.portolan.scorecard.rule.Facts;
import dev.portolan.scorecard.rule.Reads;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeTest {
  private static final EntityRef CHECKOUT = EntityRef.parse("component:checkout");
  private static final EntityRef DB = EntityRef.parse("resource:db");

  @Test
  void whatIsNotAsItWasIsNamedByItsPath() {
    Change change =
        change(
            entity("component:checkout", Map.of("owner", "a", "a/b", 1), dependsOn("resource:db")),
            entity("component:checkout", Map.of("owner", "a", "tier", 2)));

    assertThat(change.paths())
        .containsExactlyInAnyOrder(
            "/entity/spec/a~1b", "/entity/spec/tier", "/entity/relations/dependsOn");
  }

  @Test
  void ofWhatCameOrWentAllIsOtherAndOfWhatStaysNothing() {
    Entity checkout = entity("component:checkout", Map.of("owner", "a"));

    assertThat(change(null, checkout).paths()).containsExactly("/entity");
    assertThat(change(checkout, null).paths()).containsExactly("/entity");
    assertThat(change(checkout, checkout).paths()).isEmpty();
  }

  @Test
  void nobodyIsTouchedByWhatNoRuleLooksAt() {
    Change change =
        change(
            entity("component:checkout", Map.of("owner", "a")),
            entity("component:checkout", Map.of("owner", "b")));

    Touches touches = Touches.of(List.of(change), new Reads(Set.of("/entity/spec/tier")));

    assertThat(touches.byEntity()).isEmpty();
    assertThat(touches.byEdge()).isEmpty();
  }

  @Test
  void whoeverLooksThroughARelationIsTouchedByWhatItSeesThere() {
    Change change =
        change(
            entity("component:checkout", Map.of("owner", "a"), dependsOn("resource:db")),
            entity("component:checkout", Map.of("owner", "b"), dependsOn("resource:db")));

    Touches touches =
        Touches.of(
            List.of(change),
            new Reads(
                Set.of(
                    "/related/dependsOn/spec/owner",
                    "/related/dependencyOf/spec/owner",
                    "/related/partOf/spec/tier")));

    assertThat(paths(touches.byEdge()))
        .isEqualTo(
            Map.of(new Edge("dependsOn", CHECKOUT), Set.of("/related/dependsOn/spec/owner")));
    assertThat(paths(touches.byEntity()))
        .isEqualTo(Map.of(DB, Set.of("/related/dependencyOf/spec/owner")));
  }

  @Test
  void aRelationThatComesOrGoesTouchesBothOfItsEnds() {
    Change change =
        change(
            entity("component:checkout", Map.of(), dependsOn("resource:db")),
            entity("component:checkout", Map.of(), relation("dependsOn", "resource:cache")));

    Touches touches =
        Touches.of(
            List.of(change), new Reads(Set.of("/related/dependsOn#", "/related/dependencyOf#")));

    assertThat(paths(touches.byEntity()).get(CHECKOUT)).contains("/related/dependsOn#");
    assertThat(paths(touches.byEntity()).get(DB)).containsExactly("/related/dependencyOf#");
    assertThat(paths(touches.byEntity()).get(EntityRef.parse("resource:cache")))
        .containsExactly("/related/dependencyOf#");
    assertThat(touches.byEdge()).isEmpty();
  }

  @Test
  void whoeverDependsOnWhatCameOrWentSeesItOrSeesItNoMore() {
    Touches touches =
        Touches.of(
            List.of(change(null, entity("component:checkout", Map.of()))),
            new Reads(Set.of("/related/dependsOn#", "/related/dependsOn/spec/tier")));

    assertThat(paths(touches.byEdge()))
        .isEqualTo(Map.of(new Edge("dependsOn", CHECKOUT), Set.of("/related/dependsOn#")));
  }

  private static <K> Map<K, Set<String>> paths(Map<K, Touch> touches) {
    return touches.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().paths()));
  }

  private static Change change(@Nullable Entity before, @Nullable Entity after) {
    return new Change(
        CHECKOUT,
        2,
        before == null ? null : Facts.of(before, 1),
        after == null ? null : Facts.of(after, 2));
  }
}
