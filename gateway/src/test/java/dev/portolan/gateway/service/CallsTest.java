package dev.portolan.gateway.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CallsTest {
  private static final List<Integer> MANY = IntStream.range(0, 100).boxed().toList();

  @AutoClose private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private final Calls calls = new Calls(threads);

  @Test
  void eachOfManyIsAnswered() {
    assertThat(calls.each(MANY, 8, key -> key * key).join()).hasSize(100).containsEntry(9, 81);
    assertThat(calls.each(List.<Integer>of(), 8, key -> key).join()).isEmpty();
  }

  @Test
  void soManyCallsRunTogetherAndNoMore() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CyclicBarrier four = new CyclicBarrier(4);

    calls
        .each(
            MANY,
            4,
            key -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              meet(four);
              return running.decrementAndGet();
            })
        .join();

    assertThat(most).hasValue(4);
  }

  /** Whoever arrives alone would wait for ever. */
  private static void meet(CyclicBarrier others) {
    try {
      others.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** On one thread the second caller begins when the first has failed. */
  @Test
  void theFirstThatFailsEndsTheRest() {
    AtomicInteger asked = new AtomicInteger();
    Calls oneByOne = new Calls(Runnable::run);

    assertThatThrownBy(
            () ->
                oneByOne
                    .each(
                        MANY,
                        2,
                        key -> {
                          if (asked.incrementAndGet() == 3) {
                            throw new IllegalStateException("gone");
                          }
                          return key;
                        })
                    .join())
        .hasRootCauseMessage("gone");
    assertThat(asked).hasValue(3);
  }
}
