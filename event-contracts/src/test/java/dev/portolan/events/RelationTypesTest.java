package dev.portolan.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.RelationType.Trouble;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RelationTypesTest {
  private static final String BERTH = "kind:default/berth";
  private static final String SHIP = "kind:default/ship";

  @Test
  void withoutTypesOfOnesOwnTroubleTravelsAlongDependenciesAndApisOnly() {
    assertThat(RelationTypes.BUILT_IN.toSource())
        .containsExactlyInAnyOrder("dependsOn", "consumesApi");
    assertThat(RelationTypes.BUILT_IN.toTarget()).containsExactly("providesApi");
    assertThat(RelationTypes.BUILT_IN.ways()).hasSize(RelationType.builtIn().size());
  }

  @Test
  void aKindSaysWhichWayTroubleTravelsAlongItsTypes() {
    RelationTypes types =
        RelationTypes.BUILT_IN.with(
            SHIP,
            said(
                relation("mooredAt", "toSource"),
                relation("feeds", "toTarget"),
                relation("sistersWith", "stays"),
                relation("passes", null)));

    assertThat(types.toSource()).containsExactlyInAnyOrder("dependsOn", "consumesApi", "mooredAt");
    assertThat(types.toTarget()).containsExactlyInAnyOrder("providesApi", "feeds");
    assertThat(types.ways())
        .containsEntry("sistersWith", Trouble.STAYS)
        .doesNotContainKey("passes");
  }

  @Test
  void whatAKindSaidIsForgottenWhenItSaysSomethingElseOrGoes() {
    RelationTypes before =
        RelationTypes.BUILT_IN.with(SHIP, said(relation("mooredAt", "toSource")));

    assertThat(before.with(SHIP, said(relation("mooredAt", "toTarget"))).toTarget())
        .contains("mooredAt");
    assertThat(before.with(SHIP, Map.of())).isEqualTo(RelationTypes.BUILT_IN);
    assertThat(before.toSource()).as("the one of before").contains("mooredAt");
  }

  @Test
  void nobodySaysAnythingElseOfABuiltInTypeUnderEitherOfItsNames() {
    assertThat(said(relation("dependsOn", "stays"), relation("ownerOf", "toSource"))).isEmpty();
  }

  @Test
  void whatIsNotAsItMustBeSaysNothing() {
    assertThat(RelationTypes.saidBy(kind("Kind", "default", Map.of("relations", "all")))).isEmpty();
    assertThat(RelationTypes.saidBy(kind("Kind", "default", Map.of()))).isEmpty();
    assertThat(said("mooredAt", 7, Map.of("type", 7, "trouble", "toSource"))).isEmpty();
    assertThat(said(relation("mooredAt", "TO_SOURCE"), relation("mooredAt", "upwards"))).isEmpty();
  }

  @Test
  void onlyADefinitionOfAKindIsListenedTo() {
    Map<String, Object> spec = Map.of("relations", List.of(relation("mooredAt", "toSource")));

    assertThat(RelationTypes.saidBy(kind("kind", "Default", spec)))
        .containsExactly(Map.entry("mooredAt", Trouble.TO_SOURCE));
    assertThat(RelationTypes.saidBy(kind("Kind", "harbour", spec))).isEmpty();
    assertThat(RelationTypes.saidBy(kind("Ship", "default", spec))).isEmpty();
  }

  @Test
  void inWhateverOrderKindsComeTheFirstByItsReferenceIsBelieved() {
    List<Map.Entry<String, Map<String, Trouble>>> kinds =
        new ArrayList<>(
            List.of(
                Map.entry(SHIP, said(relation("mooredAt", "toSource"))),
                Map.entry(BERTH, said(relation("mooredAt", "toTarget"))),
                Map.entry("kind:default/anchor", said(relation("mooredAt", null))),
                Map.entry("kind:default/tug", said(relation("mooredAt", "stays")))));
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(kinds, new Random(i));
      RelationTypes types = RelationTypes.BUILT_IN;
      for (Map.Entry<String, Map<String, Trouble>> kind : kinds) {
        types = types.with(kind.getKey(), kind.getValue());
      }
      assertThat(types.ways()).as("%s", kinds).containsEntry("mooredAt", Trouble.TO_TARGET);
      assertThat(types.with(BERTH, Map.of()).ways()).containsEntry("mooredAt", Trouble.TO_SOURCE);
    }
  }

  private static Map<String, Trouble> said(Object... relations) {
    return RelationTypes.saidBy(kind("Kind", "default", Map.of("relations", List.of(relations))));
  }

  private static Map<String, Object> relation(String type, @Nullable String trouble) {
    return trouble == null
        ? Map.of("field", "/a", "type", type)
        : Map.of("field", "/a", "type", type, "trouble", trouble);
  }

  private static Entity kind(String kind, String namespace, Map<String, Object> spec) {
    return new Entity(
        kind, namespace, "any", null, null, Map.of(), Map.of(), List.of(), List.of(), spec,
        List.of());
  }
}
