package dev.portolan.search.intake.kafka;

import dev.portolan.search.intake.Projection;
import dev.portolan.search.intake.StoreUnavailableException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.binding.BindingsLifecycleController.State;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the intake once the store is ready for it, however long that takes. The service answers
 * meanwhile: it says that the store is away.
 */
final class IntakeStart implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(IntakeStart.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Projection projection;
  private final BindingsLifecycleController bindings;
  private final String binding;
  private volatile boolean running;

  IntakeStart(Projection projection, BindingsLifecycleController bindings, String binding) {
    this.projection = projection;
    this.bindings = bindings;
    this.binding = binding;
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("intake-start").start(this::startWhenReady);
  }

  private void startWhenReady() {
    boolean said = false;
    while (running) {
      try {
        projection.prepare();
        bindings.changeState(binding, State.STARTED);
        return;
      } catch (StoreUnavailableException e) {
        if (!said) {
          log.warn("Taking no changes yet; trying until the store is there: {}", e.getMessage());
          said = true;
        }
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
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
