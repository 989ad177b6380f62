package dev.portolan.system.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Durations of one thing done many times.
 *
 * @param millis sorted
 */
record Sample(List<Double> millis) {

  /** Does it once for each number from 0, one after the other. */
  static Sample of(int times, Attempt attempt) throws Exception {
    List<Double> millis = new ArrayList<>(times);
    for (int i = 0; i < times; i++) {
      millis.add(attempt.millis(i));
    }
    Collections.sort(millis);
    return new Sample(millis);
  }

  /** Times it, so many times, after half as many that do not count. */
  static Sample ofWarm(int times, Callable<?> work) throws Exception {
    Attempt timed =
        _ -> {
          long begun = System.nanoTime();
          work.call();
          return (System.nanoTime() - begun) / 1e6;
        };
    of(times / 2, timed);
    return of(times, timed);
  }

  /** One try. */
  interface Attempt {
    /** How long it took. */
    double millis(int number) throws Exception;
  }

  double p50() {
    return at(0.5);
  }

  double p95() {
    return at(0.95);
  }

  double p99() {
    return at(0.99);
  }

  double min() {
    return millis.getFirst();
  }

  private double at(double share) {
    return millis.get((int) Math.ceil(share * millis.size()) - 1);
  }
}
