package dev.portolan.search.rebuild;

import dev.portolan.search.indexing.HeldVersions;
import dev.portolan.search.indexing.WriteGate;
import dev.portolan.search.intake.Replay;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rebuilds the index, when somebody asks or its definition has changed; one at a time here. */
public final class Rebuilds implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Rebuilds.class);

  /** Longer than a search may take. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final NextIndex next;
  private final Replay.Source topic;
  private final HeldVersions live;
  private final WriteGate gate;
  private final Clock clock;
  private final AtomicBoolean running = new AtomicBoolean();
  private final AtomicReference<RebuildStatus> status = new AtomicReference<>(RebuildStatus.NONE);
  private volatile @Nullable Thread thread;

  /** Nothing runs yet. */
  public Rebuilds(
      NextIndex next, Replay.Source topic, HeldVersions live, WriteGate gate, Clock clock) {
    this.next = next;
    this.topic = topic;
    this.live = live;
    this.gate = gate;
    this.clock = clock;
  }

  /**
   * Begins one, or goes on with one that was left unfinished.
   *
   * @throws RebuildRunsException when one is running in this instance
   */
  public RebuildStatus start() {
    RebuildStatus begun = begin();
    thread = Thread.ofVirtual().name("rebuild").start(this::runAndCompare);
    return begun;
  }

  /** How far the last one is. */
  public RebuildStatus status() {
    RebuildStatus last = status.get();
    return running.get() ? last.at(clock.instant()) : last;
  }

  /**
   * Where the live index is of another definition than today's: returns when one of today's has
   * taken its place. It can be searched meanwhile, and is not written to.
   */
  void bringUpToDate() throws InterruptedException {
    if (!next.isDue()) {
      return;
    }
    log.info("The index is of another definition; building one of today's from the topic");
    begin();
    run(null);
    log.info("The index of today's definition is live: {}", status.get());
  }

  private RebuildStatus begin() {
    if (!running.compareAndSet(false, true)) {
      throw new RebuildRunsException();
    }
    RebuildStatus begun = RebuildStatus.begun(clock.instant());
    status.set(begun);
    return begun;
  }

  private void runAndCompare() {
    try {
      run(live);
      log.info("The index was rebuilt: {}", status.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.error("The rebuild of the index failed; the next one goes on from where it was", e);
    }
  }

  private void run(@Nullable HeldVersions compared) throws InterruptedException {
    try {
      new Rebuild(next, topic, gate, GRACE, status).run(compared);
    } catch (RuntimeException e) {
      status.updateAndGet(now -> now.failed(String.valueOf(e.getMessage())));
      throw e;
    } finally {
      status.updateAndGet(now -> now.at(clock.instant()));
      running.set(false);
    }
  }

  @Override
  public void close() {
    Thread rebuild = thread;
    if (rebuild != null) {
      rebuild.interrupt();
    }
  }
}
