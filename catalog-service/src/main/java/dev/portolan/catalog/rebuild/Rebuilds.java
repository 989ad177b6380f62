package dev.portolan.catalog.rebuild;

import dev.portolan.catalog.intake.Positions;
import dev.portolan.catalog.intake.Replay;
import dev.portolan.catalog.rebuild.RebuildStatus.State;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rebuilds the graph when somebody asks, one at a time over all instances, and clears up behind
 * those that died.
 */
public final class Rebuilds implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Rebuilds.class);

  private final Function<String, NextGraph> graphs;
  private final Replay.Source topic;
  private final Positions live;
  private final RebuildDesk desk;
  private final Clock clock;
  private final Duration grace;
  private final Leftovers leftovers;

  private volatile boolean closed;
  private volatile @Nullable Thread running;

  /**
   * Nothing runs yet.
   *
   * @param graphs the next graph of whoever has signed in under that name
   * @param grace how long the graph before may still be read after a new one became live
   */
  public Rebuilds(
      Function<String, NextGraph> graphs,
      Replay.Source topic,
      Positions live,
      RebuildDesk desk,
      Clock clock,
      Duration grace) {
    this.graphs = graphs;
    this.topic = topic;
    this.live = live;
    this.desk = desk;
    this.clock = clock;
    this.grace = grace;
    this.leftovers = new Leftovers(graphs, desk);
  }

  /**
   * Begins a rebuild.
   *
   * @throws RebuildRunsException when one is running, here or in another instance
   */
  public RebuildStatus start() {
    String by = UUID.randomUUID().toString();
    RebuildStatus begun = RebuildStatus.begun(clock.instant());
    if (!desk.begin(by, begun)) {
      throw new RebuildRunsException();
    }
    running = Thread.ofVirtual().name("rebuild").start(() -> run(by, begun));
    return begun;
  }

  /**
   * Compares the graph with the topic, whoever writes meanwhile. It takes as long as a rebuild, for
   * it builds the same graph; then that is thrown away.
   *
   * @return also where it failed: then it says so
   * @throws RebuildRunsException when a rebuild or another audit is running
   */
  public Audit audit() throws InterruptedException {
    String by = UUID.randomUUID().toString();
    if (!desk.beginAside(by)) {
      throw new RebuildRunsException();
    }
    AtomicReference<RebuildStatus> status =
        new AtomicReference<>(RebuildStatus.begun(clock.instant()));
    try (SignsOfLife _ = new SignsOfLife("audit", () -> desk.keepAside(by))) {
      Comparison found = new Rebuild(graphs.apply(by), topic, live, grace, status).compareOnly();
      return Audit.of(found, status.get().at(clock.instant()));
    } catch (RuntimeException e) {
      log.error("The audit of the graph failed", e);
      return Audit.failed(String.valueOf(e.getMessage()), status.get().at(clock.instant()));
    } finally {
      endAside(by);
      clearUp();
    }
  }

  private void endAside(String by) {
    try {
      desk.endAside(by);
    } catch (RuntimeException e) {
      log.warn("The audit could not sign out: {}", e.getMessage());
    }
  }

  /** How far the last one is. */
  public RebuildStatus status() {
    return desk.last();
  }

  private void run(String by, RebuildStatus begun) {
    AtomicReference<RebuildStatus> status = new AtomicReference<>(begun);
    try (SignsOfLife _ = new SignsOfLife("rebuild", () -> signWhileRunning(by, status))) {
      new Rebuild(graphs.apply(by), topic, live, grace, status).run();
      log.info("The graph was rebuilt: {}", status.get().at(clock.instant()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      if (!closed) {
        log.error("The rebuild of the graph failed", e);
        status.updateAndGet(now -> now.failed(String.valueOf(e.getMessage())));
      }
    }
    // Who is stopped falls silent, as who is killed does: one way for both.
    if (!closed) {
      sayLast(by, status.get());
    }
  }

  private void signWhileRunning(String by, AtomicReference<RebuildStatus> status) {
    RebuildStatus now = status.get();
    if (now.isRunning()) {
      desk.keep(by, now.at(clock.instant()));
    }
  }

  private void sayLast(String by, RebuildStatus status) {
    try {
      desk.keep(by, status.at(clock.instant()));
    } catch (RuntimeException e) {
      log.warn("The rebuild could not say how it ended: {}", e.getMessage());
    }
    if (status.state() == State.FAILED) {
      clearUp();
    }
  }

  /** Removes what a rebuild left that died or failed, as soon as nobody is at it any more. */
  public void clearUp() {
    leftovers.clearUp();
  }

  @Override
  public void close() {
    closed = true;
    leftovers.close();
    Thread rebuild = running;
    if (rebuild != null) {
      rebuild.interrupt();
    }
  }
}
