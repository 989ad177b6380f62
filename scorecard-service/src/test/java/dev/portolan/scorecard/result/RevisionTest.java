package dev.portolan.scorecard.result;

import static dev.portolan.scorecard.EntityFixtures.NOW;
import static dev.portolan.scorecard.EntityFixtures.entity;
import static dev.portolan.scorecard.ScorecardFixtures.compiled;
import static dev.portolan.scorecard.ScorecardFixtures.rule;
import static dev.portolan.scorecard.ScorecardFixtures.scorecardFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.events.ScorecardResultChanged;
import dev.portolan.scorecard.evaluation.Judgement;
import dev.portolan.scorecard.evaluation.Subject;
import dev.portolan.scorecard.evaluation.Touch;
import dev.portolan.scorecard.rule.CompiledScorecard;
import dev.portolan.scorecard.rule.Facts;
import dev.portolan.scorecard.rule.Situation;
import dev.portolan.scorecard.rule.Standards;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RevisionTest {
  private static final String CHECKOUT = "component:checkout";
  private static final CompiledScorecard OWNED =
      compiled(
          scorecardFor(
              "entity.spec.type == 'service'",
              "owned",
              rule("owner", "bronze", "has(entity.spec.owner)")));

  private final Map<EntityRef, Result> held = new HashMap<>();

  @Test
  void aFirstResultIsVersionOne() {
    assertThat(revise(service(1)))
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.version()).isEqualTo(1);
              assertThat(result.event().level()).isNull();
              assertThat(result.key())
                  .hasToString("scorecard:default/owned|component:default/checkout");
            });
  }

  @Test
  void sayingTheSameAgainChangesNothing() {
    revise(service(1));

    assertThat(revise(service(2))).isEmpty();
  }

  @Test
  void anotherOutcomeRaisesTheVersion() {
    revise(service(1));

    assertThat(revise(service(2, "owner", "group:shop")))
        .singleElement()
        .extracting(Result::event)
        .satisfies(
            event -> {
              assertThat(event.version()).isEqualTo(2);
              assertThat(event.level()).isEqualTo("gold");
              assertThat(event.entityVersion()).isEqualTo(2);
            });
  }

  @Test
  void aDeletedEntityLosesItsResultsOnceAndTheirVersionsGoOn() {
    revise(service(1));

    assertThat(revise(gone(2)))
        .singleElement()
        .extracting(Result::event)
        .isEqualTo(
            new ScorecardResultChanged(
                OWNED.ref(), EntityRef.parse(CHECKOUT), 2, null, 0, 0, List.of(), 2, NOW));
    assertThat(revise(gone(3))).isEmpty();
    assertThat(revise(service(4))).extracting(Result::version).containsExactly(3L);
  }

  @Test
  void whatTheScorecardIsNotForAnyMoreLosesItsResult() {
    revise(service(1));

    assertThat(revise(present(entity(CHECKOUT, Map.of()), 2)))
        .singleElement()
        .extracting(Result::standing)
        .isNull();
  }

  @Test
  void aScorecardThatIsGoneTakesItsResultsAlong() {
    revise(service(1));

    assertThat(revise(service(1), Standards.of(List.of())))
        .singleElement()
        .extracting(Result::standing)
        .isNull();
  }

  @Test
  void whatNoScorecardIsForCostsNothing() {
    assertThat(revise(present(entity("user:ann", Map.of()), 1))).isEmpty();
    assertThat(revise(gone(1))).isEmpty();
  }

  private List<Result> revise(Subject subject) {
    return revise(subject, Standards.of(List.of(OWNED)));
  }

  private List<Result> revise(Subject subject, Standards standards) {
    List<Result> results =
        Revision.of(
                subject,
                Scope.whole(standards),
                new Revision.Before(held, Map.of()),
                Touch.none(),
                Judgement.WHOLE,
                NOW)
            .results();
    results.forEach(result -> held.put(result.key().scorecard(), result));
    return results;
  }

  private static Subject service(long version, String... more) {
    Map<String, Object> spec = new HashMap<>(Map.of("type", "service"));
    if (more.length > 0) {
      spec.put(more[0], more[1]);
    }
    return present(entity(CHECKOUT, spec), version);
  }

  private static Subject present(Entity entity, long version) {
    return new Subject.Present(Situation.alone(Facts.of(entity, version)));
  }

  private static Subject gone(long version) {
    return new Subject.Gone(EntityRef.parse(CHECKOUT), version);
  }
}
