package dev.portolan.scorecard.history.postgres;

import dev.portolan.scorecard.evaluation.postgres.Background;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Forgets changes of results when they are old. */
@Component
class Retention implements SmartLifecycle {
  private static final Duration LOOK_AGAIN = Duration.ofHours(1);

  private final JdbcTemplate jdbc;
  private final Kept kept;
  private final Clock clock;
  private final Background background = new Background("forgetting of old changes", this::forget);

  Retention(JdbcTemplate jdbc, Kept kept, Clock clock) {
    this.jdbc = jdbc;
    this.kept = kept;
    this.clock = clock;
  }

  /**
   * For how long they are kept.
   *
   * @param kept trends and movers look back no further
   */
  @ConfigurationProperties("portolan.history")
  record Kept(@DefaultValue("400d") Duration kept) {}

  private Duration forget() {
    jdbc.update(
        "DELETE FROM result_change WHERE changed_at < ?",
        Timestamp.from(clock.instant().minus(kept.kept())));
    return LOOK_AGAIN;
  }

  @Override
  public void start() {
    background.start();
  }

  @Override
  public void stop() {
    background.stop();
  }

  @Override
  public boolean isRunning() {
    return background.isRunning();
  }
}
