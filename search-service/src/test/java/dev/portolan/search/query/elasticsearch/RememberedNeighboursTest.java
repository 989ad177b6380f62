package dev.portolan.search.query.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.portolan.search.query.Neighbours;
import dev.portolan.search.query.OwnerTitles;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RememberedNeighboursTest {
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicLong nanos = new AtomicLong();
  private volatile boolean away;
  private final RememberedNeighbours remembered = new RememberedNeighbours(this::ask, nanos::get);

  @Test
  void whoeverAsksSoonAfterHasWhatIsRemembered() {
    Neighbours first = remembered.get();
    nanos.addAndGet(RememberedNeighbours.OLD.toNanos());

    assertThat(remembered.get()).isSameAs(first);
    assertThat(asked).hasValue(1);
  }

  @Test
  void whatIsOldIsAskedAgainWhileItIsStillAnswered() {
    Neighbours first = remembered.get();
    nanos.addAndGet(RememberedNeighbours.OLD.toNanos() + 1);

    assertThat(remembered.get()).isSameAs(first);
    await().untilAsserted(() -> assertThat(remembered.get()).isNotSameAs(first));
    assertThat(asked).hasValue(2);
  }

  @Test
  void whatIsRememberedOutlivesAnIndexThatIsAway() {
    Neighbours first = remembered.get();
    away = true;
    nanos.addAndGet(RememberedNeighbours.OLD.toNanos() + 1);
    assertThat(remembered.get()).isSameAs(first);
    await().until(() -> asked.get() == 2);
    away = false;

    await().untilAsserted(() -> assertThat(remembered.get()).isNotSameAs(first));
  }

  @Test
  void theFirstIsToldThatNobodyAnswers() {
    away = true;

    assertThatThrownBy(remembered::get).hasMessage("away");
  }

  private Neighbours ask() {
    asked.incrementAndGet();
    if (away) {
      throw new IllegalStateException("away");
    }
    return new Neighbours(OwnerTitles.NONE, List.of());
  }
}
