package dev.portolan.ingestion.history.postgres;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes old versions. What goes is every version that another one, also at or before the cut,
 * took the place of; so the newest of all and the newest at the cut stay, and what is left of an
 * entity has no gap.
 */
@Component
public class Purge {
  private static final Logger log = LoggerFactory.getLogger(Purge.class);
  private static final int CHUNK = 1_000;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Purge(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** A step: since when history is complete after it, and how many versions went. */
  private record Step(Instant since, int removed) {}

  /**
   * Moves the beginning of complete history on to the cut, in steps: each passes the times of about
   * a thousand versions and removes what these took the place of, in one transaction. Safe to break
   * off; ends early when another instance is at it.
   */
  public void until(Instant cut) {
    long removed = 0;
    Step step = transaction.execute(_ -> step(cut));
    while (step != null && step.since().isBefore(cut)) {
      removed += step.removed();
      step = transaction.execute(_ -> step(cut));
    }
    if (step != null) {
      log.info("History before {} is purged: {} versions went", cut, removed + step.removed());
    }
  }

  private @Nullable Step step(Instant cut) {
    return since()
        .map(
            since -> {
              if (!since.isBefore(cut)) {
                return new Step(since, 0);
              }
              Instant next = next(since, cut);
              jdbc.sql("update history_kept set since = ?").param(utc(next)).update();
              return new Step(next, remove(since, next));
            })
        .orElse(null);
  }

  /** Locked until the step is done; empty when another instance holds it. */
  private Optional<Instant> since() {
    return jdbc.sql("select since from history_kept for update skip locked")
        .query((row, _) -> row.getObject("since", OffsetDateTime.class).toInstant())
        .optional();
  }

  /** The time of the last of the next versions; the cut when there are no more before it. */
  private Instant next(Instant since, Instant cut) {
    return jdbc.sql(
            """
            select committed_at from entity_version
            where committed_at > ? and committed_at <= ? order by committed_at offset ? limit 1
            """)
        .params(utc(since), utc(cut), CHUNK)
        .query((row, _) -> row.getObject("committed_at", OffsetDateTime.class).toInstant())
        .optional()
        .orElse(cut);
  }

  private int remove(Instant since, Instant next) {
    return jdbc.sql(
            """
            delete from entity_version old
            using (select ref, max(version) as version from entity_version
                   where committed_at > ? and committed_at <= ? group by ref) as newest
            where old.ref = newest.ref and old.version < newest.version
            """)
        .params(utc(since), utc(next))
        .update();
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
