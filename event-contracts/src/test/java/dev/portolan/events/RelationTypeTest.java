package dev.portolan.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RelationTypeTest {

  @ParameterizedTest
  @CsvSource({
    "dependsOn, dependencyOf, TO_SOURCE",
    "ownedBy, ownerOf, STAYS",
    "partOf, hasPart, STAYS",
    "providesApi, apiProvidedBy, TO_TARGET",
    "consumesApi, apiConsumedBy, TO_SOURCE",
    "memberOf, hasMember, STAYS",
    "childOf, parentOf, STAYS",
    "documents, documentedBy, STAYS",
  })
  void everyCatalogKnowsTheTypeItsInverseAndTheWayOfTrouble(
      String name, String inverse, RelationType.Trouble trouble) {
    assertThat(RelationType.named(name)).hasValue(new RelationType(name, inverse, trouble));
  }

  @Test
  void thereAreNoOthers() {
    assertThat(RelationType.builtIn()).hasSize(10);
  }

  @Test
  void aTypeIsFoundInItsStoredDirectionAlone() {
    assertThat(RelationType.named("dependencyOf")).isEmpty();
    assertThat(RelationType.named("DEPENDSON")).isEmpty();
  }

  @Test
  void aNameMeansOneDirectionOfOneType() {
    assertThat(
            RelationType.builtIn().stream().flatMap(type -> Stream.of(type.name(), type.inverse())))
        .doesNotHaveDuplicates();
  }

  @Test
  void whoStatesABuiltInTypeFromItsOtherEndHasItsTroubleTheOtherWayRound() {
    assertThat(RelationType.builtInTrouble("dependsOn")).hasValue(RelationType.Trouble.TO_SOURCE);
    assertThat(RelationType.builtInTrouble("dependencyOf"))
        .hasValue(RelationType.Trouble.TO_TARGET);
    assertThat(RelationType.builtInTrouble("apiProvidedBy"))
        .hasValue(RelationType.Trouble.TO_SOURCE);
    assertThat(RelationType.builtInTrouble("ownerOf")).hasValue(RelationType.Trouble.STAYS);
    assertThat(RelationType.builtInTrouble("mooredAt")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aDefinitionHasAWordForEachWayOfTrouble(RelationType.Trouble trouble) {
    assertThat(RelationType.Trouble.of(trouble.word())).hasValue(trouble);
    assertThat(RelationType.Trouble.of(trouble.name())).isEmpty();
  }
}
