package dev.portolan.system.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks from several clients at once, each the next question when the one before is answered. */
final class Clients {
  private static final Duration TIME = Duration.ofSeconds(10);

  /** So many clients keep every process busy while it is compiled. */
  private static final int WARMING = 8;

  /** A rate that rises by less is steady: the compilers are done. */
  private static final double STEADY = 1.03;

  private static final int LONGEST_WARM_UP = 12;

  private Clients() {}

  /** What came of it. */
  record Outcome(Sample sample, double perSecond) {}

  /** Asks until the rate rises no more, for two minutes at most. */
  static void warmUp(Callable<?> question) throws Exception {
    double before = 0;
    for (int i = 0; i < LONGEST_WARM_UP; i++) {
      double now = ask(WARMING, question).perSecond();
      if (now < before * STEADY) {
        return;
      }
      before = now;
    }
  }

  static Outcome ask(int clients, Callable<?> question) throws Exception {
    long begun = System.nanoTime();
    List<Double> millis = new ArrayList<>();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Double>>> asking = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        asking.add(executor.submit(() -> oneClient(question, begun + TIME.toNanos())));
      }
      for (Future<List<Double>> each : asking) {
        millis.addAll(each.get());
      }
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    return new Outcome(new Sample(millis.stream().sorted().toList()), millis.size() / seconds);
  }

  private static List<Double> oneClient(Callable<?> question, long end) throws Exception {
    List<Double> millis = new ArrayList<>();
    while (System.nanoTime() < end) {
      long begun = System.nanoTime();
      question.call();
      millis.add((System.nanoTime() - begun) / 1e6);
    }
    return millis;
  }
}
