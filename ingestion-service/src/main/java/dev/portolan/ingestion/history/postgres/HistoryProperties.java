package dev.portolan.ingestion.history.postgres;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much history is held.
 *
 * @param retention for how long every version of every entity is; at least a day
 */
@ConfigurationProperties("portolan.history")
public record HistoryProperties(@DefaultValue("90d") Duration retention) {
  private static final Duration SHORTEST = Duration.ofDays(1);

  /** Refuses a time that is too short. */
  public HistoryProperties {
    if (retention.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "portolan.history.retention is " + retention + "; it must be at least 1d");
    }
  }
}
