package dev.portolan.catalog.rebuild;

import dev.portolan.catalog.intake.Portion;
import dev.portolan.catalog.intake.Positions;
import dev.portolan.catalog.intake.Replay;
import dev.portolan.catalog.projection.Drift;
import dev.portolan.catalog.projection.GraphSample;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the graph with the topic all the time, up to 1,000 records of the topic at a time, and
 * begins anew at its end. It sees what is missing, older or different; what the topic does not know
 * or what is ahead of it only a whole {@link Audit} sees.
 */
public final class RollingAudit implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RollingAudit.class);

  /** So often it asks for the next records, which may still be on their way. */
  private static final int TRIES = 20;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("rolling-audit").factory());

  private final Replay.Source topic;
  private final Positions live;
  private final GraphSample graph;
  private final AtomicLong checked = new AtomicLong();
  private final Map<String, String> drifting = new ConcurrentHashMap<>();
  private @Nullable Replay round;

  /**
   * Begins.
   *
   * @param period between two samples
   */
  public RollingAudit(Replay.Source topic, Positions live, GraphSample graph, Duration period) {
    this.topic = topic;
    this.live = live;
    this.graph = graph;
    var _ =
        timer.scheduleWithFixedDelay(
            this::step, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** How many references were compared since the process began, each as often as it was. */
  public long checked() {
    return checked.get();
  }

  /** How many references differed when they were last compared. */
  public int drift() {
    return drifting.size();
  }

  /** Compares the next records. Where that fails it says so, and the next round begins. */
  public synchronized void step() {
    try {
      compareNext();
    } catch (RuntimeException e) {
      log.warn("A sample of the graph could not be audited: {}", e.getMessage());
      endRound();
    }
  }

  private void compareNext() {
    Map<String, Long> bounds = live.reached();
    if (bounds.isEmpty()) {
      return;
    }
    Replay replay = round == null ? topic.begin() : round;
    round = replay;
    Portion portion = replay.next(bounds);
    for (int tried = 1; portion.size() == 0 && tried < TRIES; tried++) {
      portion = replay.next(bounds);
    }
    learn(graph.compare(portion.batch().latest()));
    if (replay.reached(bounds)) {
      endRound();
    }
  }

  private void learn(GraphSample.Found found) {
    checked.addAndGet(found.alike().size() + (long) found.drifts().size());
    drifting.keySet().removeAll(found.alike());
    for (Drift drift : found.drifts()) {
      if (!drift.problem().equals(drifting.put(drift.ref(), drift.problem()))) {
        log.warn("The graph drifts from the topic: {} {}", drift.ref(), drift.problem());
      }
    }
  }

  private void endRound() {
    Replay ended = round;
    round = null;
    if (ended != null) {
      ended.close();
    }
  }

  @Override
  public void close() {
    timer.close();
    synchronized (this) {
      endRound();
    }
  }
}
