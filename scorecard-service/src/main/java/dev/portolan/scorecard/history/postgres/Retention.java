package dev.portolan.scorecard.history.postgres;

import dev.portolan.scorecard.evaluation.postgres.Background;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Forgets changes of results when they are old. */
@Component
class Retention extends Background {
  private static final Duration LOOK_AGAIN = Duration.ofHours(1);

  private final JdbcTemplate jdbc;
  private final Kept kept;
  private final Clock clock;

  Retention(JdbcTemplate jdbc, Kept kept, Clock clock) {
    super("forgetting of old changes");
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

  @Override
  protected Duration work() {
    jdbc.update(
        "DELETE FROM result_change WHERE changed_at < ?",
        Timestamp.from(clock.instant().minus(kept.kept())));
    return LOOK_AGAIN;
  }
}
