package dev.portolan.ingestion.fact;

import static dev.portolan.ingestion.fact.Spoken.NOON;
import static dev.portolan.ingestion.fact.Spoken.canonical;
import static dev.portolan.ingestion.fact.Spoken.element;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.EntityRef;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FactsTest {
  private static final HeldFact NOTHING =
      HeldFact.nothing(new FactKey(EntityRef.parse("component:checkout"), "deployments"));

  private HeldFact held = NOTHING;

  @Test
  void theFirstValueIsVersionOneOfTheSourceThatSaysIt() {
    FactDecision decision = say("ci", said("'value': {'line': 81.2}", 5));

    assertThat(decision.held())
        .isEqualTo(
            new HeldFact(
                NOTHING.key(),
                1,
                "{\"line\":81.2}",
                "ci",
                NOON.plusSeconds(5),
                NOON.plusSeconds(5),
                NOON.plusSeconds(60)));
    assertThat(decision.accepted()).hasSize(1);
  }

  @Test
  void anotherValueReplacesWhoeverSaidTheOneBefore() {
    say("ci", said("'value': 1", 0));
    say("cd", said("'value': 2", 1));

    assertThat(held)
        .extracting(HeldFact::version, HeldFact::value, HeldFact::source)
        .containsExactly(2L, "2", "cd");
  }

  @Test
  void theSameValueInOtherWordsChangesNothing() {
    say("ci", said("'value': {'line': 81.50, 'branch': null}", 0));
    FactDecision again = say("cd", said("'value': { 'branch': null, 'line': 81.5 }", 9));

    assertThat(again.changed()).isFalse();
    assertThat(held)
        .extracting(HeldFact::version, HeldFact::source, HeldFact::observedAt)
        .containsExactly(1L, "ci", NOON);
  }

  @Test
  void whatWasObservedEarlierThanWhatIsHeldComesTooLate() {
    say("ci", said("'value': 1", 10));

    assertThat(say("ci", said("'value': 2", 9)).changed()).isFalse();
    assertThat(say("ci", said("'value': null", 9)).changed()).isFalse();
    assertThat(say("ci", said("'value': 2", 10)).changed()).as("as late is not too late").isTrue();
  }

  @Test
  void whatWasObservedEarlierThanTheSameValueSaidAgainComesTooLate() {
    say("ci", said("'value': 1", 0));
    say("ci", said("'value': 1", 10));

    assertThat(say("ci", said("'value': 2", 5)).changed()).isFalse();
    assertThat(held.observedAt()).isEqualTo(NOON);
  }

  @Test
  void aWithdrawnFactHasNoValueAndGoesOnCounting() {
    say("ci", said("'value': 1", 0));
    FactDecision withdrawn = say("ci", said("'value': null", 1));
    FactDecision again = say("ci", said("'value': null", 2));
    say("ci", said("'value': 1", 3));

    assertThat(withdrawn.held())
        .extracting(HeldFact::version, HeldFact::value)
        .containsExactly(2L, null);
    assertThat(again.changed()).isFalse();
    assertThat(held.version()).isEqualTo(3);
  }

  @Test
  void whatWasNeverSaidCannotBeWithdrawn() {
    assertThat(say("ci", said("'value': null", 0)).held().version()).isZero();
  }

  @Test
  void elementsAreKeptInTheOrderInWhichTheyHappened() {
    add(element("d-2", 2, ""), element("d-3", 1, ""));
    add(element("d-1", 2, ""));

    assertThat(held.value())
        .isEqualTo(list(canonical("d-3", 1, ""), canonical("d-1", 2, ""), canonical("d-2", 2, "")));
    assertThat(held.version()).isEqualTo(2);
  }

  @Test
  void anElementWithAKnownIdIsReplaced() {
    add(element("d-1", 1, "running"), element("d-2", 2, ""));
    add(element("d-1", 3, "done"));

    assertThat(held.value()).isEqualTo(list(canonical("d-2", 2, ""), canonical("d-1", 3, "done")));
  }

  @Test
  void ofTwoElementsWithOneIdTheLaterCounts() {
    add(element("d-1", 1, "running"), element("d-1", 3, "done"));

    assertThat(held.value()).isEqualTo(list(canonical("d-1", 3, "done")));
  }

  @Test
  void whatWasAddedBeforeIsUnchanged() {
    add(element("d-1", 1, ""), element("d-2", 2, ""));

    assertThat(add(element("d-2", 2, "")).changed()).isFalse();
    assertThat(add().changed()).isFalse();
  }

  @Test
  void nothingAddedToNothingIsNothing() {
    assertThat(add().held().version()).isZero();
  }

  @Test
  void addingIsNeverTooLate() {
    add(element("d-2", 2, ""));
    FactDecision late = say("cd", said("'add': [" + element("d-1", 1, "") + "]", -3_600));

    assertThat(late.changed()).isTrue();
    assertThat(held.observedAt()).isEqualTo(NOON.plusSeconds(-3_600));
    assertThat(say("ci", said("'value': 1", -1)).changed())
        .as("the list was heard of at noon")
        .isFalse();
  }

  @Test
  void theLatestFiveHundredStay() {
    add(IntStream.range(0, 501).mapToObj(i -> element("d-" + i, i, "")).toArray(String[]::new));
    assertThat(held.value()).startsWith("[" + canonical("d-1", 1, "") + ",");

    assertThat(add(element("d-0", 0, "")).changed()).as("too old to be among them").isFalse();
    add(element("d-501", 501, ""));
    assertThat(held.value())
        .startsWith("[" + canonical("d-2", 2, "") + ",")
        .endsWith("," + canonical("d-501", 501, "") + "]");
  }

  @Test
  void longElementsLeaveRoomForFewer() {
    String kilobytes = "x".repeat(100 << 10);
    add(element("d-1", 1, kilobytes), element("d-2", 2, kilobytes));
    add(element("d-3", 3, kilobytes));

    assertThat(held.value())
        .isEqualTo(list(canonical("d-2", 2, kilobytes), canonical("d-3", 3, kilobytes)));
  }

  @Test
  void nothingIsAddedToWhatIsNoList() {
    say("ci", said("'value': {'line': 81.2}", 0));
    FactDecision refused = say("cd", said("'add': []", 9), said("'value': 7", 5));

    assertThat(refused.refused())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.field()).isEqualTo("/add");
              assertThat(problem.problem())
                  .startsWith("deployments of component:default/checkout is no list");
            });
    assertThat(held.value()).as("what was refused was not heard either").isEqualTo("7");
  }

  @Test
  void aListThatWasSaidAsAValueIsAddedToWhenItsElementsCanBeTold() {
    say("ci", said("'value': [" + element("d-2", 2, "") + "]", 0));
    add(element("d-1", 1, ""));
    assertThat(held.value()).isEqualTo(list(canonical("d-1", 1, ""), canonical("d-2", 2, "")));

    say("ci", said("'value': [" + element("d", 1, "") + "," + element("d", 2, "") + "]", 1));
    assertThat(add(element("d-1", 1, "")).refused()).hasSize(1);
  }

  @Test
  void allThatARequestSaysOfAFactMakesOneVersion() {
    FactDecision decision =
        say(
            "ci",
            said("'value': [" + element("d-1", 1, "") + "]", 0),
            addition("d-2", 2),
            addition("d-3", 3));

    assertThat(decision.accepted()).hasSize(3);
    assertThat(held.version()).isEqualTo(1);
    assertThat(held.value())
        .isEqualTo(list(canonical("d-1", 1, ""), canonical("d-2", 2, ""), canonical("d-3", 3, "")));
  }

  @Test
  void aRequestThatContradictsItselfIsUnchangedWhenItIsSentAgain() {
    say("ci", said("'value': 1", 0), said("'value': 2", 0));
    FactDecision again = say("ci", said("'value': 1", 9), said("'value': 2", 9));

    assertThat(again.changed()).isFalse();
    assertThat(again.accepted()).isEmpty();
  }

  @Test
  void aVersionNeverPrecedesTheOneBeforeIt() {
    say("ci", said("'value': 1", 0));
    FactDecision next =
        Facts.decide(held, "ci", List.of(said("'value': 2", 1)), NOON.minusSeconds(60));

    assertThat(next.held().committedAt()).isEqualTo(held.committedAt());
  }

  private FactDecision add(String... elements) {
    return say("ci", said("'add': " + list(elements), 0));
  }

  private static FactObservation addition(String id, int secondsAfterNoon) {
    return said("'add': [" + element(id, secondsAfterNoon, "") + "]", 0);
  }

  private static FactObservation said(String rest, int secondsAfterNoon) {
    return Spoken.said(rest.replace('\'', '"'), secondsAfterNoon);
  }

  private static String list(String... elements) {
    return List.of(elements).stream().collect(joining(",", "[", "]"));
  }

  private FactDecision say(String source, FactObservation... said) {
    FactDecision decision = Facts.decide(held, source, List.of(said), NOON.plusSeconds(60));
    held = decision.held();
    return decision;
  }
}
