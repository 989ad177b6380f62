package dev.portolan.scorecard.intake;

import static dev.portolan.scorecard.EntityFixtures.changed;
import static dev.portolan.scorecard.EntityFixtures.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.intake.DeadLetters.DeadLetter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IntakeTest {
  private final PickyStore store = new PickyStore();
  private final List<DeadLetter> setAside = new ArrayList<>();
  private final Intake<EntityChanged> intake = new Intake<>(new EntityChangeFormat(), store);

  @Test
  void appliesABatchInOneGo() {
    apply(json(changed("component:a", 1)), json(changed("component:b", 1)));

    assertThat(store.calls).isEqualTo(1);
    assertThat(store.versions()).isEqualTo(Map.of("a", 1L, "b", 1L));
    assertThat(setAside).isEmpty();
  }

  @Test
  void aRefusedChangeIsSetAsideWithItsReasonAndTheOthersAreApplied() {
    store.refuses = "b";

    apply(
        json(changed("component:a", 1)),
        json(changed("component:b", 1)),
        json(changed("component:c", 1)));

    assertThat(store.versions()).isEqualTo(Map.of("a", 1L, "c", 1L));
    assertThat(setAside)
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.position()).isEqualTo(1);
              assertThat(letter.reason())
                  .contains("component:default/b", "version 1", "I do not take b");
            });
    assertThat(store.refusals).isEqualTo(1 + Intake.TRIES);
  }

  @Test
  void whereTheLatestChangeIsRefusedTheOneBeforeItStands() {
    store.refusesVersion = 2;

    apply(json(changed("component:a", 1)), json(changed("component:a", 2)));

    assertThat(store.versions()).isEqualTo(Map.of("a", 1L));
    assertThat(setAside).extracting(DeadLetter::position).containsExactly(1);
  }

  @Test
  void aStoreThatIsAwayCostsNoRecord() {
    store.isAway = true;
    byte[][] values = {"{".getBytes(UTF_8), json(changed("component:a", 1))};

    assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> apply(values));
    assertThat(setAside).as("dead letters while the store is away").isEmpty();

    store.isAway = false;
    apply(values);
    assertThat(store.versions()).isEqualTo(Map.of("a", 1L));
    assertThat(setAside).extracting(DeadLetter::position).containsExactly(0);
  }

  @Test
  void aStoreThatGoesAwayHalfWayThroughTheSingleChangesCostsNoRecord() {
    store.refuses = "a";
    store.goesAwayAt = "b";
    byte[][] values = {json(changed("component:a", 1)), json(changed("component:b", 1))};

    assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> apply(values));

    assertThat(setAside).isEmpty();
  }

  private void apply(byte[]... values) {
    intake.apply(intake.read(List.of(values)), setAside::addAll);
  }

  /** Applies all or nothing, as a transaction does, and fails as it is told. */
  private static final class PickyStore implements Projection<EntityChanged> {
    final Map<EntityRef, Long> held = new TreeMap<>();
    boolean isAway;
    String refuses = "";
    String goesAwayAt = "";
    long refusesVersion;
    int calls;
    int refusals;

    @Override
    public void apply(List<EntityChanged> changes) {
      calls++;
      for (EntityChanged change : changes) {
        String name = change.ref().name();
        if (name.equals(refuses) || change.version() == refusesVersion) {
          refusals++;
          throw new IllegalStateException("I do not take " + name);
        }
        if (isAway || name.equals(goesAwayAt)) {
          throw new StoreUnavailableException("away", new IllegalStateException());
        }
      }
      changes.forEach(change -> held.put(change.ref(), change.version()));
    }

    Map<String, Long> versions() {
      Map<String, Long> versions = new TreeMap<>();
      held.forEach((ref, version) -> versions.put(ref.name(), version));
      return versions;
    }
  }
}
