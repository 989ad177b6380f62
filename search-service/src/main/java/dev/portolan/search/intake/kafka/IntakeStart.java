package dev.portolan.search.intake.kafka;

import dev.portolan.search.intake.Projection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.binding.BindingsLifecycleController.State;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the intake once the store is ready for it, however long that takes, and again where the
 * store was lost since: then it is made anew and filled from the topic. The service answers
 * meanwhile: it says that the store is away.
 */
final class IntakeStart implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(IntakeStart.class);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration WATCH = Duration.ofSeconds(2);

  private final Projection projection;
  private final BindingsLifecycleController bindings;
  private final String binding;
  private final Rewind rewind;
  private CountDownLatch stopping = new CountDownLatch(1);
  private @Nullable Thread starter;

  IntakeStart(
      Projection projection, BindingsLifecycleController bindings, String binding, Rewind rewind) {
    this.projection = projection;
    this.bindings = bindings;
    this.binding = binding;
    this.rewind = rewind;
  }

  @Override
  public void start() {
    stopping = new CountDownLatch(1);
    starter = Thread.ofVirtual().name("intake-start").start(this::keepGoing);
  }

  private void keepGoing() {
    boolean started = false;
    String said = "";
    while (stopping.getCount() > 0) {
      try {
        projection.prepare();
        if (!started) {
          bindings.changeState(binding, State.STARTED);
          started = true;
        } else if (rewind.isDue()) {
          log.warn("The store was lost and made anew; filling it from the topic");
          bindings.changeState(binding, State.STOPPED);
          started = false;
          continue;
        }
        said = "";
      } catch (RuntimeException e) {
        // Whatever it is: a service that gave up here would serve an old index and look healthy.
        String reason = String.valueOf(e.getMessage());
        if (!reason.equals(said)) {
          log.warn("The store is not ready for changes; trying until it is", e);
          said = reason;
        }
      }
      pause(started ? WATCH : PAUSE);
    }
  }

  private void pause(Duration duration) {
    try {
      boolean _ = stopping.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping.countDown();
    }
  }

  /**
   * Waits for what was begun: a binding that started after the others were stopped would keep its
   * partitions from the next instance. How long is the bound of the shutdown.
   */
  @Override
  public void stop() {
    stopping.countDown();
    if (starter != null) {
      try {
        starter.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void stop(Runnable callback) {
    Thread.ofVirtual()
        .name("intake-stop")
        .start(
            () -> {
              stop();
              callback.run();
            });
  }

  @Override
  public boolean isRunning() {
    return starter != null && stopping.getCount() > 0;
  }
}
