package dev.portolan.scorecard.initiative;

import static dev.portolan.scorecard.EntityFixtures.entity;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.EntityRef;
import dev.portolan.events.InitiativeReminder;
import dev.portolan.scorecard.rule.Problem;
import dev.portolan.scorecard.rule.Proof;
import dev.portolan.scorecard.rule.Rule;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InitiativeTest {
  private static final Instant MARCH = Instant.parse("2027-03-01T00:00:00Z");
  private static final Instant APRIL = Instant.parse("2027-04-01T00:00:00Z");

  @Test
  void asksForRulesOfScorecardsAndForLevels() {
    Initiative initiative =
        read(
            Map.of(
                "deadline",
                "2027-03-31",
                "targets",
                List.of(
                    Map.of("scorecard", "ready", "rules", List.of("owner", "runbook")),
                    Map.of("scorecard", "safe/dora", "level", "high"))));

    assertThat(initiative.scorecard().problems()).isEmpty();
    assertThat(initiative.scorecard().rules())
        .extracting(Rule::proof)
        .containsExactly(
            new Proof.Elsewhere(EntityRef.parse("scorecard:ready"), "owner"),
            new Proof.Elsewhere(EntityRef.parse("scorecard:ready"), "runbook"),
            new Proof.Expression("'high' in scorecards['safe/dora'].reached"));
  }

  @Test
  void whatIsNotWellSaidIsListed() {
    assertThat(
            read(Map.of(
                    "deadline",
                    "soon",
                    "targets",
                    List.of(Map.of("rules", List.of("a")), Map.of("scorecard", "ready"))))
                .scorecard()
                .problems())
        .extracting(Problem::field)
        .containsExactlyInAnyOrder(
            "/spec/deadline", "/spec/targets/0/scorecard", "/spec/targets/1");
  }

  @Test
  void isScheduledThenInProgressThenDelayedWhileSomethingIsOpen() {
    Initiative initiative = read(spec("2027-02-15", "2027-03-15"));

    assertThat(initiative.status(Instant.parse("2027-02-01T00:00:00Z"), 3))
        .isEqualTo(Initiative.Status.SCHEDULED);
    assertThat(initiative.status(MARCH, 3)).isEqualTo(Initiative.Status.IN_PROGRESS);
    assertThat(initiative.status(APRIL, 3)).isEqualTo(Initiative.Status.DELAYED);
    assertThat(initiative.status(APRIL, 0)).isEqualTo(Initiative.Status.ENDED);
  }

  @Test
  void remindsEachOwnerOnceOfAllThatIsLeft() {
    Initiative initiative = read(spec("2027-02-15", "2027-03-15"));
    EntityRef payments = EntityRef.parse("group:payments");
    EntityRef a = EntityRef.parse("component:a");
    EntityRef b = EntityRef.parse("component:b");
    EntityRef orphan = EntityRef.parse("component:orphan");

    List<InitiativeReminder> reminders =
        Reminder.of(
            initiative,
            7,
            List.of(
                new Remainder(a, List.of(payments), List.of("ready.owner")),
                new Remainder(b, List.of(payments), List.of("ready.owner")),
                new Remainder(orphan, List.of(), List.of("ready.owner"))),
            MARCH);

    assertThat(reminders)
        .extracting(InitiativeReminder::key)
        .containsExactly(
            "initiative:default/owners|group:default/payments",
            "initiative:default/owners|group:default/platform");
    assertThat(reminders.getFirst().open())
        .extracting(InitiativeReminder.Open::entity)
        .containsExactly(a, b);
  }

  @Test
  void itsRemindersComeBeforeTheDeadlineAndWithIt() {
    assertThat(Reminder.times(read(spec("2027-02-15", "2027-03-15"))))
        .isEqualTo(
            Map.of(
                0, Instant.parse("2027-03-15T00:00:00Z"),
                1, Instant.parse("2027-03-14T00:00:00Z"),
                7, Instant.parse("2027-03-08T00:00:00Z")));
  }

  private static Map<String, Object> spec(String start, String deadline) {
    Map<String, Object> spec = new HashMap<>();
    spec.put("owner", "platform");
    spec.put("start", start);
    spec.put("deadline", deadline);
    spec.put("targets", List.of(Map.of("scorecard", "ready", "rules", List.of("owner"))));
    return spec;
  }

  private static Initiative read(Map<String, Object> spec) {
    return InitiativeReader.read(entity("initiative:owners", spec), 1);
  }
}
