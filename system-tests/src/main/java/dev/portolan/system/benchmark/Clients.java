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

  private static final int FEWEST_ROUNDS = 3;
  private static final int MOST_ROUNDS = 8;

  private Clients() {}

  /** What came of it. */
  record Outcome(Sample sample, double perSecond) {}

  /**
   * Asks all of these in turn, round after round, until a round makes none of them quicker. All of
   * them, because they share their code: the first would else be measured before it is compiled.
   */
  static void warmUp(List<Callable<?>> questions) throws Exception {
    double[] best = new double[questions.size()];
    boolean rises = true;
    for (int round = 0; round < MOST_ROUNDS && (rises || round < FEWEST_ROUNDS); round++) {
      rises = false;
      for (int i = 0; i < best.length; i++) {
        double now = ask(WARMING, questions.get(i)).perSecond();
        rises |= now > best[i] * STEADY;
        best[i] = Math.max(best[i], now);
      }
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
