package dev.portolan.ingestion.reconciliation;

import static dev.portolan.ingestion.observation.Said.MONDAY;
import static dev.portolan.ingestion.observation.Said.RELATIONS;
import static dev.portolan.ingestion.observation.Said.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.ChangeType;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.events.FieldChange;
import dev.portolan.ingestion.observation.Merge;
import dev.portolan.ingestion.observation.Observation;
import dev.portolan.ingestion.observation.Said;
import dev.portolan.ingestion.reconciliation.Statement.MergeAgain;
import dev.portolan.ingestion.reconciliation.Statement.Retracts;
import dev.portolan.ingestion.reconciliation.Statement.Says;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
  private static final EntityRef CHECKOUT = EntityRef.parse("component:default/checkout");
  private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));

  @Test
  void theFirstObservationCreatesVersionOne() {
    EntityChanged created = changed(Stored.nothing(CHECKOUT), says(by("git", 100).title("C")));

    assertThat(created.change()).isEqualTo(ChangeType.CREATED);
    assertThat(created.version()).isEqualTo(1);
    assertThat(created.changed()).isEmpty();
    assertThat(created.sources()).containsExactly("git");
    assertThat(created.observedAt()).isEqualTo(MONDAY);
    assertThat(created.committedAt()).isEqualTo(TUESDAY);
  }

  @Test
  void anObservationThatChangesNothingIsUnchanged() {
    Decision decision =
        decide(stored(3, by("git", 100).title("C")), says(by("git", 100).title("C")));

    assertThat(decision).isEqualTo(new Decision.Unchanged(CHECKOUT, 3));
  }

  @Test
  void anObservationThatIsNotBelievedChangesNothing() {
    Decision decision =
        decide(stored(3, by("git", 200).title("C")), says(by("push", 100).title("D")));

    assertThat(decision).isEqualTo(new Decision.Unchanged(CHECKOUT, 3));
  }

  @Test
  void anUpdateNamesTheFieldsThatChanged() {
    EntityChanged updated =
        changed(
            stored(7, by("git", 100).spec("owner", "a").spec("deploy", Map.of("x", 1, "y", 2))),
            says(by("git", 100).spec("owner", "b").spec("deploy", Map.of("x", 1, "z", 3))));

    assertThat(updated.change()).isEqualTo(ChangeType.UPDATED);
    assertThat(updated.version()).isEqualTo(8);
    assertThat(updated.changed())
        .contains(
            new FieldChange("/spec/owner", "a", "b"),
            new FieldChange("/spec/deploy/y", 2, null),
            new FieldChange("/spec/deploy/z", null, 3))
        .extracting(FieldChange::path)
        .containsExactlyInAnyOrder("/spec/owner", "/spec/deploy/y", "/spec/deploy/z", "/relations");
  }

  @Test
  void anEntityGoesWhenItsLastSourceRetractsIt() {
    EntityChanged deleted =
        changed(stored(2, by("git", 100).title("C")), new Retracts("git", TUESDAY));

    assertThat(deleted.change()).isEqualTo(ChangeType.DELETED);
    assertThat(deleted.version()).isEqualTo(3);
    assertThat(deleted.entity()).isNull();
    assertThat(deleted.sources()).isEmpty();
    assertThat(deleted.observedAt()).isEqualTo(TUESDAY);
  }

  @Test
  void anEntityStaysWhileAnotherSourceSpeaksOfIt() {
    EntityChanged updated =
        changed(
            stored(2, by("git", 200).title("high"), by("push", 100).title("low")),
            new Retracts("git", TUESDAY));

    assertThat(updated.change()).isEqualTo(ChangeType.UPDATED);
    assertThat(updated.changed()).containsExactly(new FieldChange("/title", "high", "low"));
    assertThat(updated.sources()).containsExactly("push");
  }

  @Test
  void aReturningEntityIsCreatedWithTheNextVersion() {
    Stored deleted = new Stored(CHECKOUT, 5, null, MONDAY, List.of());

    EntityChanged created = changed(deleted, says(by("git", 100).title("C")));

    assertThat(created.change()).isEqualTo(ChangeType.CREATED);
    assertThat(created.version()).isEqualTo(6);
  }

  @Test
  void whatWasRestoredGivesWayToASourceThatSpeaksAgain() {
    EntityChanged updated =
        changed(
            stored(4, by(Observation.RESTORED, 0).title("was").spec("owner", "a")),
            says(by("git", 100).title("is")));

    assertThat(updated.entity())
        .isEqualTo(Merge.of(List.of(by("git", 100).title("is").observation()), RELATIONS));
    assertThat(updated.sources()).containsExactly("git");
  }

  @Test
  void retractingWhatNobodySaidChangesNothing() {
    assertThat(decide(Stored.nothing(CHECKOUT), new Retracts("git", TUESDAY)))
        .isEqualTo(new Decision.Unchanged(CHECKOUT, 0));
  }

  @Test
  void aChangeOfPriorityShowsWhenMergedAgain() {
    Stored stored =
        new Stored(
            CHECKOUT,
            4,
            Merge.of(List.of(by("git", 200).title("git").observation()), RELATIONS),
            MONDAY,
            List.of(
                by("git", 50).title("git").observation(),
                by("push", 100).title("push").observation()));

    EntityChanged updated = changed(stored, new MergeAgain(TUESDAY));

    assertThat(updated.changed()).containsExactly(new FieldChange("/title", "git", "push"));
  }

  @Test
  void aNewVersionNeverPrecedesTheOneBeforeThoughClocksDiffer() {
    Instant later = TUESDAY.plus(Duration.ofSeconds(3));
    Stored fromAFastClock = new Stored(CHECKOUT, 5, null, later, List.of());

    assertThat(changed(fromAFastClock, says(by("git", 100))).committedAt()).isEqualTo(later);
  }

  private static Statement says(Said said) {
    return new Says(said.observation());
  }

  private static Stored stored(long version, Said... said) {
    List<Observation> observations = Arrays.stream(said).map(Said::observation).toList();
    return new Stored(CHECKOUT, version, Merge.of(observations, RELATIONS), MONDAY, observations);
  }

  private static Decision decide(Stored stored, Statement statement) {
    return Reconciliation.decide(stored, statement, RELATIONS, TUESDAY);
  }

  private static EntityChanged changed(Stored stored, Statement statement) {
    Decision decision = decide(stored, statement);
    assertThat(decision).isInstanceOf(Decision.Changed.class);
    return ((Decision.Changed) decision).event();
  }
}
