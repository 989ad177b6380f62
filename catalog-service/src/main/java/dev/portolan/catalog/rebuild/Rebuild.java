package dev.portolan.catalog.rebuild;

import dev.portolan.catalog.intake.Intake;
import dev.portolan.catalog.intake.Portion;
import dev.portolan.catalog.intake.Positions;
import dev.portolan.catalog.intake.Replay;
import dev.portolan.catalog.rebuild.RebuildStatus.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** One rebuild, from its beginning to its end. */
final class Rebuild {
  /** So long nothing need come before the bounds are reached: then something is wrong. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration PAUSE = Duration.ofMillis(100);

  /** So long all of it may take, up to the comparison. */
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final long begun = System.nanoTime();
  private final NextGraph next;
  private final Intake intake;
  private final Replay.Source topic;
  private final Positions live;
  private final Duration grace;
  private final AtomicReference<RebuildStatus> status;

  /**
   * A rebuild that has not begun.
   *
   * @param grace how long the graph before may still be read after the new one became live
   */
  Rebuild(
      NextGraph next,
      Replay.Source topic,
      Positions live,
      Duration grace,
      AtomicReference<RebuildStatus> status) {
    this.next = next;
    this.intake = new Intake(next);
    this.topic = topic;
    this.live = live;
    this.grace = grace;
    this.status = status;
  }

  void run() throws InterruptedException {
    Comparison comparison = compareBy(next::takeOver);
    say(now -> now.with(comparison));
    // Nothing tells when the last question that began before the switch is answered; none may take
    // longer than this.
    Thread.sleep(grace);
    next.clear();
    say(now -> now.doing(State.DONE));
  }

  /** Builds and compares as a rebuild does, and leaves the live graph where it is. */
  Comparison compareOnly() throws InterruptedException {
    Comparison comparison = compareBy(next::compare);
    next.clear();
    return comparison;
  }

  private Comparison compareBy(
      BiFunction<Set<String>, Consumer<Map<String, Long>>, Comparison> comparing)
      throws InterruptedException {
    next.clear();
    try (Replay replay = topic.begin()) {
      readOn(replay, replay.ends());
      catchUp(replay);
      say(now -> now.doing(State.COMPARING));
      Set<String> suspects = next.differing();
      catchUp(replay);
      say(now -> now.doing(State.COMPARING));
      return comparing.apply(suspects, bounds -> readOn(replay, bounds));
    }
  }

  /** To where the live graph is; or waits until that one has come as far. */
  private void catchUp(Replay replay) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Map<String, Long> reached = live.reached();
      readOn(replay, reached);
      if (replay.positions().entrySet().stream()
          .allMatch(here -> isThere(reached, here.getKey(), here.getValue()))) {
        return;
      }
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(
            "The live graph does not come as far as the topic (%s of %s); see GET /api/lag"
                .formatted(reached, replay.positions()));
      }
      // The live graph is written by another thread, or another instance, and tells nobody.
      Thread.sleep(PAUSE);
    }
  }

  /** A partition that is empty need not be known. */
  private static boolean isThere(Map<String, Long> reached, String partition, long here) {
    return reached.getOrDefault(partition, here == 0 ? 0L : -1L) >= here;
  }

  /** What cannot be applied was set aside already, when it came; here it is counted. */
  private void readOn(Replay replay, Map<String, Long> bounds) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!replay.reached(bounds)) {
      if (System.nanoTime() - begun > LONGEST.toNanos()) {
        throw new IllegalStateException(
            "The topic is not read after %d minutes: at %s, short of %s"
                .formatted(LONGEST.toMinutes(), replay.positions(), bounds));
      }
      Portion portion = replay.next(bounds);
      AtomicLong skipped = new AtomicLong();
      intake.apply(portion.batch(), List.of(), letters -> skipped.addAndGet(letters.size()));
      if (portion.size() > 0) {
        deadline = System.nanoTime() + PATIENCE.toNanos();
        say(now -> now.reading(portion.size(), skipped.get(), sum(bounds)));
      } else if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(
            "Nothing more comes from the topic at %s, short of %s"
                .formatted(replay.positions(), bounds));
      }
    }
  }

  private static long sum(Map<String, Long> offsets) {
    return offsets.values().stream().mapToLong(Long::longValue).sum();
  }

  private void say(UnaryOperator<RebuildStatus> next) {
    status.updateAndGet(next);
  }
}
