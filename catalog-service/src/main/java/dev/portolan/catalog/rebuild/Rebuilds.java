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

  private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(2);

  private final Function<String, NextGraph> graphs;
  private final Replay.Source topic;
  private final Positions live;
  private final RebuildDesk desk;
  private final Clock clock;
  private final Duration grace;

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
   * @throws RebuildRunsException when a rebuild or another audit is running
   */
  public Audit audit() throws InterruptedException {
    String by = UUID.randomUUID().toString();
    if (!desk.beginAside(by)) {
      throw new RebuildRunsException();
    }
    AtomicReference<RebuildStatus> status =
        new AtomicReference<>(RebuildStatus.begun(clock.instant()));
    Thread signs = Thread.ofVirtual().name("audit-signs").start(() -> giveSignsAside(by));
    try {
      Comparison found = new Rebuild(graphs.apply(by), topic, live, grace, status).compareOnly();
      return Audit.of(found, status.get().at(clock.instant()));
    } catch (RuntimeException e) {
      log.error("The audit of the graph failed", e);
      return Audit.failed(String.valueOf(e.getMessage()), status.get().at(clock.instant()));
    } finally {
      silence(signs);
      endAside(by);
      clearUp();
    }
  }

  private void giveSignsAside(String by) {
    while (pause(BETWEEN_SIGNS)) {
      try {
        desk.keepAside(by);
      } catch (RuntimeException e) {
        log.warn("The audit could not give a sign of life: {}", e.getMessage());
      }
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
    Thread signs = Thread.ofVirtual().name("rebuild-signs").start(() -> giveSigns(by, status));
    try {
      new Rebuild(graphs.apply(by), topic, live, grace, status).run();
      log.info("The graph was rebuilt: {}", status.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      if (!closed) {
        log.error("The rebuild of the graph failed", e);
        status.updateAndGet(now -> now.failed(String.valueOf(e.getMessage())));
      }
    }
    silence(signs);
    // Who is stopped falls silent, as who is killed does: one way for both.
    if (!closed) {
      sign(by, status);
      if (status.get().state() == State.FAILED) {
        clearUp();
      }
    }
  }

  /** A sign that is still on its way must not come after the last word. */
  private static void silence(Thread signs) {
    signs.interrupt();
    try {
      signs.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void giveSigns(String by, AtomicReference<RebuildStatus> status) {
    while (pause(BETWEEN_SIGNS) && status.get().isRunning()) {
      sign(by, status);
    }
  }

  private void sign(String by, AtomicReference<RebuildStatus> status) {
    try {
      desk.keep(by, status.get().at(clock.instant()));
    } catch (RuntimeException e) {
      log.warn("The rebuild could not give a sign of life: {}", e.getMessage());
    }
  }

  /** Removes what a rebuild left that died or failed, as soon as nobody is at it any more. */
  public void clearUp() {
    Thread.ofVirtual()
        .name("rebuild-clear-up")
        .start(
            () -> {
              while (!closed && !clearedUp()) {
                if (!pause(BETWEEN_SIGNS)) {
                  return;
                }
              }
            });
  }

  private boolean clearedUp() {
    String by = UUID.randomUUID().toString();
    try {
      NextGraph next = graphs.apply(by);
      if (next.isEmpty()) {
        return true;
      }
      if (!desk.beginAside(by)) {
        return false;
      }
      next.clear();
      desk.endAside(by);
      log.info("What an earlier rebuild had left in Neo4j is removed");
      return true;
    } catch (RuntimeException e) {
      log.debug("What an earlier rebuild left cannot be removed yet", e);
      return false;
    }
  }

  private static boolean pause(Duration duration) {
    try {
      Thread.sleep(duration);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    closed = true;
    Thread rebuild = running;
    if (rebuild != null) {
      rebuild.interrupt();
    }
  }
}
