package dev.portolan.search.audit;

import dev.portolan.events.EntityChanged;
import dev.portolan.search.intake.Replay;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
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
    List<EntityChanged> said = replay.next().latest();
    replay.awaitApplied();
    if (!said.isEmpty()) {
      List<String> refs = said.stream().map(change -> change.ref().toString()).toList();
      Map<String, Long> held = index.versions(refs);
      said.forEach(
          change ->
              compare(change, held.getOrDefault(change.ref().toString(), TopicVersions.NONE)));
      checked.addAndGet(said.size());
    }
    if (replay.left() == 0) {
      report();
      endRound();
    }
  }

  private void compare(EntityChanged said, long held) {
    String ref = said.ref().toString();
    VersionPair pair = new VersionPair(TopicVersions.shown(said), held);
    boolean isAhead = held > said.version();
    if (isAhead || pair.said() == pair.held()) {
      suspects.remove(ref);
    } else {
      suspects.put(ref, pair.problem());
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
