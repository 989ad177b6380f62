package dev.portolan.scorecard.rule;

import static dev.portolan.scorecard.ScorecardFixtures.compiled;
import static dev.portolan.scorecard.ScorecardFixtures.rule;
import static dev.portolan.scorecard.ScorecardFixtures.scorecard;
import static dev.portolan.scorecard.ScorecardFixtures.scorecardFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.EntityRef;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StandardsTest {

  @Test
  void eachComesAfterThoseWhoseResultsItLooksAt() {
    Standards standards = standards(looking("a", "c"), looking("b", "a"), plain("c"));

    assertThat(names(standards.inOrder().stream())).containsExactly("c", "a", "b");
    assertThat(names(standards.all().stream())).containsExactly("a", "b", "c");
    assertThat(standards.consulted()).containsExactlyInAnyOrder("default/a", "default/c");
  }

  @Test
  void whoeverLooksAtAChangedOneIsToldWithIt() {
    Standards standards = standards(looking("a", "c"), looking("b", "a"), plain("c"), plain("d"));

    assertThat(standards.withReaders(List.of(EntityRef.parse("scorecard:c"))))
        .extracting(EntityRef::name)
        .containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void aCircleBreaksTheRulesThatCloseItAndNoOther() {
    CompiledScorecard broken =
        standards(looking("a", "b"), looking("b", "a"), looking("c", "a"))
            .named(EntityRef.parse("scorecard:a"))
            .findFirst()
            .orElseThrow();

    assertThat(broken.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.rule()).isEqualTo("looks");
              assertThat(problem.message())
                  .startsWith("looks in a circle: what is asked of default/b depends on this");
            });
    assertThat(broken.reads().scorecards()).isEmpty();
  }

  @Test
  void whoeverLooksAtACircleFromOutsideIsNotInIt() {
    Standards standards = standards(looking("a", "b"), looking("b", "a"), looking("c", "a"));

    assertThat(standards.named(EntityRef.parse("scorecard:c")).findFirst().orElseThrow().problems())
        .isEmpty();
  }

  @Test
  void aScorecardThatLooksAtItselfIsACircle() {
    assertThat(
            standards(looking("a", "a"))
                .named(EntityRef.parse("scorecard:a"))
                .findFirst()
                .orElseThrow()
                .problems())
        .hasSize(1);
  }

  @Test
  void aChangeConcernsWhomAScorecardIsForOrMayBecomeFor() {
    CompiledScorecard large =
        compiled(
            scorecardFor(
                "entity.spec.type == 'service'",
                "large",
                rule("radius", "gold", "graph.blastRadius < 9")));
    Standards standards = standards(large);
    Set<EntityRef> judged = Set.of(large.ref());

    assertThat(standards.areConcernedBy(Set.of("/graph/blastRadius"), judged)).isTrue();
    assertThat(standards.areConcernedBy(Set.of("/graph/blastRadius"), Set.of())).isFalse();
    assertThat(standards.areConcernedBy(Set.of("/graph/cycleSize"), judged)).isFalse();
    assertThat(standards.areConcernedBy(Set.of("/entity/spec/type"), Set.of())).isTrue();
    assertThat(standards.areConcernedBy(Set.of(Reads.TIME), judged)).isTrue();
  }

  private static Standards standards(CompiledScorecard... scorecards) {
    return Standards.of(List.of(scorecards));
  }

  private static CompiledScorecard plain(String name) {
    return compiled(scorecard(name, rule("fine", "gold", "true")));
  }

  private static CompiledScorecard looking(String name, String at) {
    return compiled(
        scorecard(
            name,
            rule("looks", "gold", "scorecards['default/%s'].points > 1".formatted(at)),
            rule("fine", "gold", "true")));
  }

  private static List<String> names(Stream<CompiledScorecard> scorecards) {
    return scorecards.map(each -> each.ref().name()).toList();
  }
}
