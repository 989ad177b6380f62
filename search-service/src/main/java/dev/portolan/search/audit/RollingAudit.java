package dev.portolan.search.audit;

import dev.portolan.events.EntityChanged;
import dev.portolan.search.intake.ChangeBatch;
import dev.portolan.search.intake.Replay;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the index with the topic all the time, some records of the topic at a time, and begins
 * anew at its end. What seems wrong is only suspected until then: the topic may go on to say what
 * the index holds. What the topic does not know only a whole {@link Audit} sees.
 */
public final class RollingAudit implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RollingAudit.class);

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("rolling-audit").factory());

  private final Replay.Source topic;
  private final HeldSample index;
  private final AtomicLong checked = new AtomicLong();
  private final Map<String, String> suspects = new HashMap<>();
  private volatile Map<String, String> drifting = Map.of();
  private @Nullable Replay round;

  /**
   * Begins.
   *
   * @param period between two samples
   */
  public RollingAudit(Replay.Source topic, HeldSample index, Duration period) {
    this.topic = topic;
    this.index = index;
    var _ =
        timer.scheduleWithFixedDelay(
            this::step, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** How many references were compared since the process began, each as often as it was. */
  public long checked() {
    return checked.get();
  }

  /** How many references differed in the last whole round. */
  public int drift() {
    return drifting.size();
  }

  private synchronized void step() {
    try {
      compareNext();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      if (!timer.isShutdown()) {
        log.warn("A sample of the index could not be audited: {}", e.getMessage());
      }
      endRound();
    }
  }

  private void compareNext() throws InterruptedException {
    Replay replay = round == null ? topic.begin(Map.of()) : round;
    round = replay;
    Map<String, EntityChanged> said = latest(replay.next());
    replay.awaitApplied();
    if (!said.isEmpty()) {
      Map<String, Long> held = index.versions(said.keySet());
      said.forEach((ref, change) -> compare(ref, change, held.getOrDefault(ref, 0L)));
      checked.addAndGet(said.size());
    }
    if (replay.left() == 0) {
      report();
      endRound();
    }
  }

  private static Map<String, EntityChanged> latest(ChangeBatch batch) {
    Map<String, EntityChanged> latest = new LinkedHashMap<>();
    batch
        .changes()
        .forEach(
            next ->
                latest.merge(
                    next.change().ref().toString(),
                    next.change(),
                    (a, b) -> b.version() >= a.version() ? b : a));
    return latest;
  }

  private void compare(String ref, EntityChanged said, long held) {
    boolean isThere = held > 0;
    boolean isAhead = held > said.version();
    if (isAhead || (said.entity() == null ? !isThere : held == said.version())) {
      suspects.remove(ref);
    } else if (isThere) {
      suspects.put(ref, "has version %d, and %d on the topic".formatted(held, said.version()));
    } else {
      suspects.put(ref, "is missing: the topic has version " + said.version());
    }
  }

  private void report() {
    Map<String, String> before = drifting;
    suspects.forEach(
        (ref, problem) -> {
          if (!problem.equals(before.get(ref))) {
            log.warn("The index drifts from the topic: {} {}", ref, problem);
          }
        });
    drifting = Map.copyOf(suspects);
  }

  private void endRound() {
    suspects.clear();
    Replay ended = round;
    round = null;
    if (ended != null) {
      ended.close();
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    synchronized (this) {
      endRound();
    }
  }
}
