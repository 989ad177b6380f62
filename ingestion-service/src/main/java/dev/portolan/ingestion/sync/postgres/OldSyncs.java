package dev.portolan.ingestion.sync.postgres;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Forgets syncs that nobody lists any more: a source that is followed has one for each moment that
 * something was heard of it.
 */
@Component
public class OldSyncs {
  private static final Logger log = LoggerFactory.getLogger(OldSyncs.class);

  /** Of each source and origin; so all that can be listed at once are there. */
  public static final int KEPT = 500;

  /** Longer than what went lately counts with what goes next. */
  private static final Duration YOUNG = Duration.ofHours(1);

  private static final int CHUNK = 10_000;

  private final JdbcClient jdbc;

  OldSyncs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Removes syncs that ended over an hour before. What stays is the newest 500 of each source and
   * origin, the newest of each status, so that a source that fails for weeks still says when it
   * last did not, and the one that a source was last found equal to. Safe to break off, and at any
   * time on several instances.
   */
  public void forget(Instant now) {
    long all = 0;
    int gone;
    do {
      gone = forgetSome(now.minus(YOUNG));
      all += gone;
    } while (gone == CHUNK);
    if (all > 0) {
      log.info("{} syncs that nobody lists any more are forgotten", all);
    }
  }

  private int forgetSome(Instant endedBefore) {
    return jdbc.sql(
            """
            delete from sync where id in (
              select id from (
                select id, ended_at,
                  row_number() over (partition by source, origin order by id desc) as of_origin,
                  row_number() over (partition by source, status order by id desc) as of_status
                from sync) as each
              where ended_at < :before and of_origin > :kept and of_status > 1
                and not exists (select from source_revision where sync = each.id)
              limit :chunk)
            """)
        .param("before", endedBefore.atOffset(ZoneOffset.UTC))
        .param("kept", KEPT)
        .param("chunk", CHUNK)
        .update();
  }
}
