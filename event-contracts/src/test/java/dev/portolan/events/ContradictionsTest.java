package dev.portolan.events;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that contradict themselves cannot be made, so they can neither be written nor read. */
class ContradictionsTest {
  private static final EntityRef CHECKOUT = EntityRef.parse("component:shop/checkout");

  @ParameterizedTest
  @EnumSource(names = "DELETED", mode = Mode.EXCLUDE)
  void onlyADeletedEntityHasNoState(ChangeType change) {
    assertThatThrownBy(() -> changed(2, change, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "component:shop/checkout version 2 is "
                + change
                + " without an entity; only a DELETED one has none");
  }

  @Test
  void aDeletedEntityHasNoState() {
    Entity state = EventFixtures.created().entity();
    assertThatThrownBy(() -> changed(2, ChangeType.DELETED, state))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "component:shop/checkout version 2 is DELETED with an entity;"
                + " only a DELETED one has none");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void theFirstVersionIsOne(long version) {
    assertThatThrownBy(() -> changed(version, ChangeType.DELETED, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("component:shop/checkout has version " + version + "; the first is 1");
    assertThatThrownBy(
            () ->
                new ScorecardResultChanged(
                    EntityRef.parse("scorecard:ready"),
                    CHECKOUT,
                    version,
                    null,
                    0,
                    0,
                    List.of(),
                    1,
                    Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("has version " + version + "; the first is 1");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void theFirstVersionOfAFactIsOne(long version) {
    assertThatThrownBy(() -> coverage("coverage", version))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The fact coverage of component:shop/checkout has version "
                + version
                + "; the first is 1");
  }

  @Test
  void aFactHasAName() {
    assertThatThrownBy(() -> coverage("test-coverage", 1))
        .isInstanceOf(InvalidNameException.class)
        .hasMessageStartingWith("The fact 'test-coverage' is not valid");
  }

  private static FactChanged coverage(String fact, long version) {
    return new FactChanged(CHECKOUT, fact, version, 81.2, "ci", Instant.EPOCH, Instant.EPOCH);
  }

  private static EntityChanged changed(long version, ChangeType change, @Nullable Entity entity) {
    return new EntityChanged(
        CHECKOUT, version, change, entity, List.of(), List.of(), Instant.EPOCH, Instant.EPOCH);
  }
}
