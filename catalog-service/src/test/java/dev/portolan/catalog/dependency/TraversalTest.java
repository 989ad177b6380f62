package dev.portolan.catalog.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.portolan.catalog.paging.InvalidQueryException;
import dev.portolan.events.RelationType.Trouble;
import dev.portolan.events.RelationTypes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TraversalTest {
  private static final RelationTypes TYPES =
      RelationTypes.BUILT_IN.with(
          "kind:default/ship",
          Map.of(
              "mooredAt", Trouble.TO_SOURCE,
              "feeds", Trouble.TO_TARGET,
              "sistersWith", Trouble.STAYS));

  @Test
  void whatNobodyNamesIsFollowedAlongAllTypesThatCarryTroubleThoseOfOnesOwnAmongThem() {
    Traversal dependents = Traversal.of(Direction.DEPENDENTS, null, List.of(), TYPES);

    assertThat(dependents.incoming())
        .containsExactlyInAnyOrder("dependsOn", "consumesApi", "mooredAt");
    assertThat(dependents.outgoing()).containsExactlyInAnyOrder("providesApi", "feeds");
    assertThat(Traversal.of(Direction.DEPENDENCIES, null, List.of(), TYPES))
        .isEqualTo(dependents.reversed())
        .isEqualTo(Traversal.ofTrouble(Direction.DEPENDENCIES, TYPES));
  }

  @Test
  void aTypeThatIsNamedIsFollowedTheWayOfItsTroubleOrElseToWhatRefersToAThing() {
    Traversal named =
        Traversal.of(
            Direction.DEPENDENTS,
            List.of("feeds", "sistersWith", "hasMember", "passes"),
            Set.of("passes"),
            TYPES);

    assertThat(named.incoming()).containsExactlyInAnyOrder("sistersWith", "memberOf", "passes");
    assertThat(named.outgoing()).containsExactly("feeds");
  }

  @Test
  void aNameThatNoKindKnowsAndNoRelationHasIsRefusedWithThoseThatThereAre() {
    assertThatExceptionOfType(InvalidQueryException.class)
        .isThrownBy(
            () -> Traversal.of(Direction.DEPENDENTS, List.of("eats"), Set.of("passes"), TYPES))
        .withMessageContaining("'eats'")
        .withMessageContaining("mooredAt")
        .withMessageContaining("passes");
  }
}
