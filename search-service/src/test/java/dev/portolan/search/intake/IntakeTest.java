package dev.portolan.search.intake;

import static dev.portolan.search.EntityFixtures.changed;
import static dev.portolan.search.EntityFixtures.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.search.intake.DeadLetters.DeadLetter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IntakeTest {
  private final PickyStore store = new PickyStore();
  private final List<DeadLetter> setAside = new ArrayList<>();
  private final Intake intake = new Intake(store);

  @Test
  void appliesABatchInOneGo() {
    apply(json(changed("component:a", 1)), json(changed("component:b", 1)));

    assertThat(store.calls).isEqualTo(1);
    assertThat(store.versions).isEqualTo(Map.of("a", 1L, "b", 1L));
    assertThat(setAside).isEmpty();
  }

  @Test
  void aRefusedChangeIsSetAsideWithItsReasonAndTheOthersAreApplied() {
    store.refuses.add("b 1");

    apply(
        json(changed("component:a", 1)),
        json(changed("component:b", 1)),
        json(changed("component:c", 1)));

    assertThat(store.versions).isEqualTo(Map.of("a", 1L, "c", 1L));
    assertThat(setAside)
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.position()).isEqualTo(1);
              assertThat(letter.reason())
                  .contains("component:default/b", "version 1", "I do not take b 1");
            });
    assertThat(store.calls).isEqualTo(1);
  }

  @Test
  void whereTheLatestChangesAreRefusedTheOneBeforeThemStands() {
    store.refuses.addAll(List.of("a 3", "a 2"));

    apply(
        json(changed("component:a", 3)),
        json(changed("component:a", 1)),
        json(changed("component:a", 2)));

    assertThat(store.versions).isEqualTo(Map.of("a", 1L));
    assertThat(setAside).extracting(DeadLetter::position).containsExactlyInAnyOrder(0, 2);
  }

  @Test
  void aChangeThatBreaksTheStoreIsSetAsideAfterAFewTriesAndTheOthersAreApplied() {
    store.breaksOn = "b";

    apply(
        json(changed("component:a", 1)),
        json(changed("component:b", 1)),
        json(changed("component:c", 1)));

    assertThat(store.versions).isEqualTo(Map.of("a", 1L, "c", 1L));
    assertThat(setAside).extracting(DeadLetter::position).containsExactly(1);
    assertThat(store.calls).isEqualTo(1 + 2 + Intake.TRIES);
  }

  @Test
  void aStoreThatIsAwayCostsNoRecord() {
    store.isAway = true;
    byte[][] values = {"{".getBytes(UTF_8), json(changed("component:a", 1))};

    assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> apply(values));
    assertThat(setAside).as("dead letters while the store is away").isEmpty();

    store.isAway = false;
    apply(values);
    assertThat(store.versions).isEqualTo(Map.of("a", 1L));
    assertThat(setAside).extracting(DeadLetter::position).containsExactly(0);
  }

  @Test
  void aStoreThatGoesAwayHalfWayThroughTheSingleChangesCostsNoRecord() {
    store.breaksOn = "a";
    store.goesAwayAt = "b";
    byte[][] values = {json(changed("component:a", 1)), json(changed("component:b", 1))};

    assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> apply(values));

    assertThat(setAside).isEmpty();
  }

  private void apply(byte[]... values) {
    intake.apply(ChangeBatch.read(List.of(values)), setAside::addAll);
  }

  /** Applies what it does not refuse, as a bulk request does, and fails as it is told. */
  private static final class PickyStore implements Projection {
    final Map<String, Long> versions = new TreeMap<>();
    final Set<String> refuses = new HashSet<>();
    boolean isAway;
    String breaksOn = "";
    String goesAwayAt = "";
    int calls;

    @Override
    public void prepare() {}

    @Override
    public Map<EntityRef, String> apply(List<EntityChanged> changes) {
      calls++;
      Map<EntityRef, String> refused = new HashMap<>();
      for (EntityChanged change : changes) {
        String name = change.ref().name();
        if (name.equals(breaksOn)) {
          throw new IllegalStateException("broken by " + name);
        }
        if (isAway || name.equals(goesAwayAt)) {
          throw new StoreUnavailableException("away", new IllegalStateException());
        }
        String version = name + " " + change.version();
        if (refuses.contains(version)) {
          refused.put(change.ref(), "I do not take " + version);
        } else {
          versions.merge(name, change.version(), Math::max);
        }
      }
      return refused;
    }

    @Override
    public void makeVisible() {}
  }
}
