package dev.portolan.ingestion.observation;

import static dev.portolan.ingestion.observation.Said.MONDAY;
import static dev.portolan.ingestion.observation.Said.RELATIONS;
import static dev.portolan.ingestion.observation.Said.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.portolan.events.Entity;
import dev.portolan.ingestion.observation.FieldProvenance.Disagreement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergeTest {

  @Test
  void ofAScalarTheSourceWithTheHighestPriorityIsBelieved() {
    Entity merged = merged(by("push", 100).title("low"), by("git", 200).title("high"));

    assertThat(merged.title()).isEqualTo("high");
  }

  @Test
  void betweenEqualPrioritiesTheNameDecidesAndNotTheOrderOfArrival() {
    Said zebra = by("zebra", 100).title("zebra");
    Said ant = by("ant", 100).title("ant");

    assertThat(merged(zebra, ant)).isEqualTo(merged(ant, zebra));
    assertThat(merged(zebra, ant).title()).isEqualTo("ant");
  }

  @Test
  void aLowSourceFillsWhatTheHighOneLeavesOut() {
    Entity merged = merged(by("git", 200).title("t"), by("push", 100).description("d"));

    assertThat(merged.title()).isEqualTo("t");
    assertThat(merged.description()).isEqualTo("d");
  }

  @Test
  void aNullSaysNothingWhereAnotherSourceSaysSomething() {
    Entity merged = merged(by("git", 200).spec("tier", null), by("push", 100).spec("tier", 1));

    assertThat(merged.spec()).containsEntry("tier", 1);
  }

  @Test
  void mapsMergeKeyByKeyToAnyDepth() {
    Entity merged =
        merged(
            by("git", 200).label("a", "1").spec("deploy", Map.of("on", Map.of("region", "eu"))),
            by("push", 100)
                .label("a", "2")
                .label("b", "3")
                .spec("deploy", Map.of("on", Map.of("region", "us", "zone", "b"))));

    assertThat(merged.labels()).isEqualTo(Map.of("a", "1", "b", "3"));
    assertThat(merged.spec())
        .isEqualTo(Map.of("deploy", Map.of("on", Map.of("region", "eu", "zone", "b"))));
  }

  @Test
  void tagsAndLinksUniteInTheOrderOfPrecedence() {
    Entity merged =
        merged(
            by("push", 100).tags("java", "web").link("https://b.example"),
            by("git", 200).tags("web", "core").link("https://a.example"));

    assertThat(merged.tags()).containsExactly("web", "core", "java");
    assertThat(merged.links())
        .extracting(link -> link.url())
        .containsExactly("https://a.example", "https://b.example");
  }

  @Test
  void aListThatIsNoSetOfReferencesIsOneValue() {
    Entity merged =
        merged(
            by("git", 200).spec("steps", List.of("a")),
            by("push", 100).spec("steps", List.of("b")));

    assertThat(merged.spec()).isEqualTo(Map.of("steps", List.of("a")));
  }

  @Test
  void relationsOfAllSourcesUnite() {
    Entity merged =
        merged(
            by("git", 200).spec("dependsOn", List.of("b", "a")),
            by("push", 100).spec("dependsOn", List.of("c", "a")));

    assertThat(merged.spec()).isEqualTo(Map.of("dependsOn", List.of("b", "a", "c")));
    assertThat(merged.relations())
        .extracting(relation -> relation.target().name())
        .containsExactly("a", "b", "c");
  }

  @Test
  void theRelationOfAScalarThatLostDoesNotSurvive() {
    Entity merged = merged(by("git", 200).spec("owner", "a"), by("push", 100).spec("owner", "b"));

    assertThat(merged.relations())
        .extracting(relation -> relation.target().toString())
        .containsExactly("group:default/a");
  }

  @Test
  void provenanceNamesTheSourceAndListsWhoSaysOtherwise() {
    List<FieldProvenance> provenance =
        provenance(
            by("git", 200).spec("owner", "a"),
            by("push", 100).at(MONDAY.plus(Duration.ofDays(1))).spec("owner", "b"),
            by("scan", 50).spec("owner", "a"));

    assertThat(provenance)
        .containsExactly(
            new FieldProvenance(
                "/spec/owner",
                "git",
                MONDAY,
                "a",
                List.of(new Disagreement("push", "b", MONDAY.plus(Duration.ofDays(1))))));
  }

  @Test
  void provenanceOfASetIsThatOfEachElement() {
    List<FieldProvenance> provenance =
        provenance(by("git", 200).tags("web"), by("push", 100).tags("web", "java"));

    assertThat(provenance)
        .extracting(FieldProvenance::path, FieldProvenance::source, FieldProvenance::value)
        .containsExactly(tuple("/tags/0", "git", "web"), tuple("/tags/1", "push", "java"));
  }

  @Test
  void aScalarWhereAMapWonIsListedAsADisagreement() {
    List<FieldProvenance> provenance =
        provenance(
            by("git", 200).spec("tier", Map.of("level", 1)), by("push", 100).spec("tier", "gold"));

    assertThat(provenance)
        .anySatisfy(
            field -> {
              assertThat(field.path()).isEqualTo("/spec/tier");
              assertThat(field.disagreements())
                  .containsExactly(new Disagreement("push", "gold", MONDAY));
            });
  }

  @Test
  void pathsEscapeWhatJsonPointersEscape() {
    assertThat(provenance(by("git", 200).label("acme.example/a~b", "1")))
        .extracting(FieldProvenance::path)
        .containsExactly("/labels/acme.example~1a~0b");
  }

  @Test
  void withoutASourceThereIsNothingToMerge() {
    assertThatThrownBy(() -> Merge.of(List.of(), RELATIONS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Entity merged(Said... said) {
    return Merge.of(observations(said), RELATIONS);
  }

  private static List<FieldProvenance> provenance(Said... said) {
    return Merge.provenance(observations(said), RELATIONS);
  }

  private static List<Observation> observations(Said... said) {
    return Arrays.stream(said).map(Said::observation).toList();
  }
}
