package dev.portolan.catalog.dependency.past;

import static dev.portolan.catalog.EntityFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.catalog.dependency.ImpactIsRight;
import dev.portolan.catalog.dependency.Supposition;
import dev.portolan.catalog.dependency.WholeGraph;
import dev.portolan.catalog.dependency.memory.GraphMemory;
import dev.portolan.catalog.dependency.memory.NoStore;
import dev.portolan.catalog.paging.InvalidQueryException;
import dev.portolan.catalog.projection.InMemoryGraph;
import dev.portolan.catalog.projection.LatestChanges;
import dev.portolan.catalog.projection.RandomChanges;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class PastGraphsTest {
  private static final Duration STEP = Duration.ofMinutes(1);

  private final GraphMemory memory = new GraphMemory(new NoStore(), draft -> 0);
  private final List<EntityChanged> log = new ArrayList<>();
  private Instant now = NOW;

  @Test
  void atAnyMomentOfARandomHistoryTheGraphIsWhatReplayingTheLogMakes() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    RandomChanges history = new RandomChanges(random, 12);
    InMemoryGraph store = new InMemoryGraph();
    memory.fill();
    for (int turn = 1; log.size() < 10_000; turn++) {
      List<EntityChanged> batch = history.news();
      now = now.plus(STEP);
      batch.forEach(change -> log.add(at(change, now)));
      memory.written(turn, Map.of(), store.apply(batch));
    }
    now = now.plus(STEP);
    PastGraphs past = pastGraphs(this::states);

    for (int i = 0; i < 100; i++) {
      EntityChanged some = log.get(random.nextInt(log.size()));
      Instant moment = some.committedAt().plusSeconds(random.nextInt(-1, 2));
      LatestChanges model = new LatestChanges();
      log.stream().filter(change -> !change.committedAt().isAfter(moment)).forEach(model::hear);
      ImpactIsRight.check(past.at(moment), model, "at " + moment);
    }
  }

  @Test
  void aMomentThatIsAskedForAgainIsNotMadeAgain() {
    memory.fill();
    AtomicInteger asked = new AtomicInteger();
    PastGraphs past = pastGraphs((asOf, since, state) -> asked.incrementAndGet());
    Instant lastTuesday = now.minus(Duration.ofDays(3));

    WholeGraph first = past.at(lastTuesday);

    assertThat(past.at(lastTuesday)).isSameAs(first);
    assertThat(asked).hasValue(1);
  }

  @Test
  void aMomentOfWhichSomethingMayStillArriveIsMadeAgain() {
    memory.fill();
    AtomicInteger asked = new AtomicInteger();
    PastGraphs past = pastGraphs((asOf, since, state) -> asked.incrementAndGet());
    Instant justNow = now.minusSeconds(5);

    past.at(justNow);
    past.at(justNow);

    assertThat(asked).hasValue(2);
  }

  @Test
  void aMomentThatHasNotComeYetIsRefused() {
    memory.fill();

    assertThatThrownBy(() -> pastGraphs(this::states).at(now.plusSeconds(1)))
        .isInstanceOf(InvalidQueryException.class)
        .hasMessageContaining("has not come yet");
  }

  @Test
  void aGraphThatMayLackWhatCameBeforeTheMomentSaysSoAndAnswersNothing() {
    memory.fill();
    PastGraphs past = new PastGraphs(memory, this::states, moment -> false, () -> now);

    assertThatThrownBy(() -> past.at(now.minusSeconds(5)))
        .isInstanceOf(HistoryUnavailableException.class)
        .hasMessageContaining("behind");
  }

  private PastGraphs pastGraphs(History history) {
    return new PastGraphs(memory, history, moment -> true, () -> now);
  }

  /** The log as ingestion-service tells it. */
  private void states(Instant asOf, Instant changedSince, Consumer<EntityChanged> state) {
    Map<EntityRef, EntityChanged> then = new LinkedHashMap<>();
    for (EntityChanged change : log) {
      if (change.committedAt().isAfter(changedSince)) {
        then.putIfAbsent(change.ref(), Supposition.of(change.ref(), null));
      }
    }
    for (EntityChanged change : log) {
      if (!change.committedAt().isAfter(asOf)) {
        then.replace(change.ref(), change);
      }
    }
    then.values().forEach(state);
  }

  private static EntityChanged at(EntityChanged change, Instant moment) {
    return new EntityChanged(
        change.ref(),
        change.version(),
        change.change(),
        change.entity(),
        change.changed(),
        change.sources(),
        moment,
        moment);
  }
}
