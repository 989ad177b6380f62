package dev.portolan.scorecard.rule.cel;

import static dev.portolan.scorecard.ScorecardFixtures.compiled;
import static dev.portolan.scorecard.ScorecardFixtures.rule;
import static dev.portolan.scorecard.ScorecardFixtures.scorecard;
import static dev.portolan.scorecard.ScorecardFixtures.scorecardFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.scorecard.rule.CompiledScorecard;
import dev.portolan.scorecard.rule.Reads;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadsOfTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          true                                                        |
          has(entity.spec.owner)                                      | /entity/spec/owner
          entity.spec.profile.team == 'a'                             | /entity/spec/profile
          entity.spec['owner'] == 'a'                                 | /entity/spec/owner
          entity.spec[entity.name] == 'a'                             | /entity/name /entity/spec
          'a/b' in entity.annotations                                 | /entity/annotations/a~1b
          entity.labels['tier'] in ['1', '2']                         | /entity/labels/tier
          'java' in entity.tags                                       | /entity/tags
          size(entity.description) > 20                               | /entity/description
          entity.links.exists(l, l.type == 'runbook')                 | /entity/links
          entity.links[0].url != ''                                   | /entity/links/url
          has(entity.relations.providesApi)                           | /entity/relations/providesApi
          entity == entity                                            | /entity
          size(related.dependsOn) < 5                                 | /related/dependsOn#
          related.dependsOn.size() < 5                                | /related/dependsOn#
          related.dependsOn.all(d, d.spec.tier == '1')                | /related/dependsOn# /related/dependsOn/spec/tier
          related.ownedBy.exists(o, has(o.title) && o.kind == 'Group')| /related/ownedBy# /related/ownedBy/title /related/ownedBy/kind
          related.ownerOf[0].name == entity.name                      | /related/ownerOf# /related/ownerOf/name /entity/name
          related.hasPart.map(p, p.name).size() > 1                   | /related/hasPart# /related/hasPart/name
          related.partOf.exists(p, p == entity)                       | /related/partOf# /related/partOf /entity
          related.dependsOn.all(d, related.ownedBy.exists(o, o.name == d.spec.owner)) | /related/dependsOn# /related/dependsOn/spec/owner /related/ownedBy# /related/ownedBy/name
          ['a'].exists(d, d == 'b')                                   |
          has(facts.coverage) && facts.coverage.line >= 80            | /facts/coverage
          facts.deployments.filter(d, within(d.at, 30)).size() > 3    | /facts/deployments /time
          'onCall' in facts                                           | /facts/onCall
          graph.blastRadius < 100 && graph.cycleSize == 0             | /graph/blastRadius /graph/cycleSize
          scorecards['default/ready'].level == 'gold'                 | /scorecards/default~1ready
          'gold' in scorecards['default/ready'].reached               | /scorecards/default~1ready
          daysUntil(entity.spec.until) > 7                            | /entity/spec/until /time
          """)
  void whatAnExpressionLooksAtIsKnown(String expression, String paths) {
    assertThat(reads(expression).paths())
        .containsExactlyInAnyOrderElementsOf(
            paths == null ? Set.of() : Set.of(paths.split(" ", -1)));
  }

  @Test
  void aVariableOfALoopHidesAnotherOfItsNameNoLongerThanTheLoop() {
    assertThat(reads("['x'].exists(entity, entity == 'x') && has(entity.title)").paths())
        .containsExactly("/entity/title");
  }

  @Test
  void whoeverAsksForScorecardsNamesThem() {
    CompiledScorecard scorecard =
        compiled(
            scorecard("ready", rule("a", "bronze", "scorecards.all(key, key != entity.name)")));

    assertThat(scorecard.problems())
        .anySatisfy(problem -> assertThat(problem.text()).contains("names no scorecard"));
  }

  @Test
  void aRelationThatThereIsNotDoesNotCompile() {
    CompiledScorecard scorecard =
        compiled(scorecard("ready", rule("a", "bronze", "size(related.dependsUpn) == 0")));

    assertThat(scorecard.problems())
        .anySatisfy(
            problem ->
                assertThat(problem.text()).contains("dependsUpn", "did you mean dependsOn?"));
  }

  @Test
  void aChangeTouchesWhatItIsInAndWhatIsInIt() {
    Reads reads = new Reads(Set.of("/entity/spec/owner", "/entity/links", "/related/dependsOn#"));

    assertThat(reads.areTouchedBy("/entity/spec/owner")).isTrue();
    assertThat(reads.areTouchedBy("/entity/spec")).isTrue();
    assertThat(reads.areTouchedBy("/entity")).isTrue();
    assertThat(reads.areTouchedBy("/entity/links/url")).isTrue();
    assertThat(reads.areTouchedBy("/related/dependsOn#")).isTrue();
    assertThat(reads.areTouchedBy("/entity/spec/owners")).isFalse();
    assertThat(reads.areTouchedBy("/entity/spec/own")).isFalse();
    assertThat(reads.areTouchedBy("/related/dependsOn/spec/owner")).isFalse();
    assertThat(reads.relations()).containsExactly("dependsOn");
  }

  private static Reads reads(String expression) {
    CompiledScorecard scorecard =
        compiled(scorecardFor(expression, "ready", rule("a", "bronze", "true")));
    assertThat(scorecard.problems()).isEmpty();
    return scorecard.filter().reads();
  }
}
