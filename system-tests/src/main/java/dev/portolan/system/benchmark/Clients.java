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

  /** The gateway's compilers are done by then. */
  private static final int WARM_UP = 2_000;

  private Clients() {}

  /** What came of it. */
  record Outcome(Sample sample, double perSecond) {}

  /** Asks until every compiler is done. */
  static void warmUp(Callable<?> question) throws Exception {
    for (int i = 0; i < WARM_UP; i++) {
      question.call();
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
