package dev.portolan.search.intake.kafka;

import dev.portolan.search.intake.Projection;
import java.time.Duration;
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
  private volatile boolean running;

  IntakeStart(
      Projection projection, BindingsLifecycleController bindings, String binding, Rewind rewind) {
    this.projection = projection;
    this.bindings = bindings;
    this.binding = binding;
    this.rewind = rewind;
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("intake-start").start(this::keepGoing);
  }

  private void keepGoing() {
    boolean started = false;
    String said = "";
    while (running) {
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
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
