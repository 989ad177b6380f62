package dev.portolan.search.rebuild;

import dev.portolan.search.audit.Differences;
import dev.portolan.search.indexing.HeldVersions;
import dev.portolan.search.indexing.WriteGate;
import dev.portolan.search.intake.ChangeBatch;
import dev.portolan.search.intake.Intake;
import dev.portolan.search.intake.Replay;
import dev.portolan.search.rebuild.RebuildStatus.Result;
import dev.portolan.search.rebuild.RebuildStatus.State;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One rebuild, from its beginning to its end. */
final class Rebuild {
  /** So many records are read again at most by whoever goes on after a crash. */
  private static final int RECORDS_BETWEEN_MARKS = 10_000;

  private final NextIndex next;
  private final Intake intake;
  private final Replay.Source topic;
  private final WriteGate gate;
  private final Duration grace;
  private final AtomicReference<RebuildStatus> status;
  private int unmarked;

  /**
   * A rebuild that has not begun.
   *
   * @param grace how long the index before may still be read after the new one became live
   */
  Rebuild(
      NextIndex next,
      Replay.Source topic,
      WriteGate gate,
      Duration grace,
      AtomicReference<RebuildStatus> status) {
    this.next = next;
    this.intake = new Intake(next);
    this.topic = topic;
    this.gate = gate;
    this.grace = grace;
    this.status = status;
  }

  /**
   * Runs.
   *
   * @param live the index before, to be compared with its successor; null where it is known to be
   *     behind
   */
  void run(@Nullable HeldVersions live) throws InterruptedException {
    next.prepare();
    try (Replay replay = topic.begin(next.reached())) {
      readOn(replay, _ -> {});
      // What came meanwhile: little, and so the gate is closed for a moment only.
      readOn(replay, _ -> {});
      say(now -> now.doing(State.COMPARING));
      Differences found = live == null ? null : compare(replay, live);
      gate.closedWhile(() -> takeOver(replay, found));
      if (found != null) {
        say(now -> now.with(Result.of(found)));
      }
      // Other instances wrote to the index before until they saw the new one.
      readOn(replay, _ -> {});
      next.makeVisible();
    }
    say(now -> now.doing(State.RETIRING));
    // Nothing tells when the last search that began before is answered; none may take longer.
    Thread.sleep(grace);
    next.removeEarlier();
    say(now -> now.doing(State.DONE));
  }

  private Differences compare(Replay replay, HeldVersions live) throws InterruptedException {
    replay.awaitApplied();
    return Differences.between(next.versions(), live.versions());
  }

  private void takeOver(Replay replay, @Nullable Differences found) {
    readOn(
        replay,
        batch -> {
          if (found != null) {
            found.saidNext(batch);
          }
        });
    next.makeVisible();
    next.takeOver(replay.positions().keySet());
  }

  /** The next records are read while those before them are written: each is half of the work. */
  private void readOn(Replay replay, Consumer<ChangeBatch> seen) {
    try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
      AtomicReference<Future<?>> writing =
          new AtomicReference<>(CompletableFuture.completedFuture(null));
      replay.readOn(
          batch -> {
            seen.accept(batch);
            Map<Integer, Long> reached = replay.positions();
            long left = replay.left();
            done(writing.get());
            writing.set(writer.submit(() -> write(batch, reached, left)));
          });
      done(writing.get());
    }
  }

  private void write(ChangeBatch batch, Map<Integer, Long> reached, long left) {
    AtomicInteger skipped = new AtomicInteger();
    intake.apply(batch, letters -> skipped.addAndGet(letters.size()));
    int read = batch.changes().size() + batch.unreadable().size();
    say(now -> now.reading(read, skipped.get(), left));
    unmarked += read;
    if (unmarked >= RECORDS_BETWEEN_MARKS) {
      next.keep(reached);
      unmarked = 0;
    }
  }

  private static void done(Future<?> writing) {
    try {
      writing.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the index was built", e);
    }
  }

  private void say(UnaryOperator<RebuildStatus> change) {
    status.updateAndGet(change);
  }
}
