package dev.portolan.search.indexing.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TrailingRefreshTest {
  private static final Duration SOON = Duration.ofMillis(200);

  @Test
  void manyWritesShareOneRefreshAndTheSoonestOfThemSaysWhen() throws Exception {
    Semaphore refreshes = new Semaphore(0);
    try (TrailingRefresh refresh = new TrailingRefresh(refreshes::release)) {
      refresh.within(Duration.ofHours(1));
      for (int i = 0; i < 100; i++) {
        refresh.within(SOON);
      }

      assertThat(refreshes.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
      assertThat(refreshes.tryAcquire(SOON.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
    }
  }

  @Test
  void aWriteDuringARefreshIsFollowedByAnother() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch twice = new CountDownLatch(2);
    try (TrailingRefresh refresh =
        new TrailingRefresh(
            () -> {
              running.countDown();
              await(written);
              twice.countDown();
            })) {
      refresh.within(Duration.ZERO);
      await(running);
      refresh.within(Duration.ZERO);
      written.countDown();

      assertThat(twice.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aRefreshThatFailsStopsNoLaterOne() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    Semaphore tried = new Semaphore(0);
    try (TrailingRefresh refresh =
        new TrailingRefresh(
            () -> {
              tried.release();
              if (tries.getAndIncrement() == 0) {
                throw new IllegalStateException("the first one fails");
              }
            })) {
      refresh.within(Duration.ZERO);
      assertThat(tried.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
      refresh.within(Duration.ZERO);

      assertThat(tried.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
