package dev.portolan.scorecard.evaluation.postgres;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * What works in a thread of its own when it is woken, and looks now and then whether another
 * instance has left something behind. What fails is tried again.
 */
public abstract class Background implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Background.class);
  private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);

  private final String name;
  private final Semaphore awake = new Semaphore(0);
  private volatile Optional<Thread> thread = Optional.empty();

  protected Background(String name) {
    this.name = name;
  }

  /** Does a piece; answers how long there will be nothing to do unless somebody wakes it. */
  protected abstract Duration work();

  protected final void wake() {
    awake.release();
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        await(work());
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        log.warn("The {} failed; it is tried again", name, e);
        pause();
      }
    }
  }

  private void await(Duration nothingToDo) throws InterruptedException {
    if (nothingToDo.isPositive()) {
      boolean _ = awake.tryAcquire(nothingToDo.toMillis() + 1, TimeUnit.MILLISECONDS);
      awake.drainPermits();
    }
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(AFTER_A_FAILURE.toSeconds());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public final void start() {
    thread = Optional.of(Thread.ofPlatform().name(name).daemon().start(this::run));
  }

  @Override
  public final void stop() {
    thread.ifPresent(Thread::interrupt);
    thread = Optional.empty();
  }

  @Override
  public final boolean isRunning() {
    return thread.isPresent();
  }
}
