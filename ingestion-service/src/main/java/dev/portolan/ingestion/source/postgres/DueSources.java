package dev.portolan.ingestion.source.postgres;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which sources are to be read now. */
@Component
public class DueSources {
  private final JdbcClient jdbc;

  DueSources(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those whose last run ended so long ago as their schedule says, or that never ran. */
  public List<String> at(Instant now) {
    return jdbc.sql(
            """
            select name from source
            left join lateral (
              select status, coalesce(ended_at, started_at) as at from sync
              where sync.source = source.name and origin = 'adapter' order by id desc limit 1
            ) as last on true
            where schedule is not null
              and (last.at is null
                   or (last.status <> 'RUNNING' and last.at + schedule::interval <= ?::timestamptz))
            order by name
            """)
        .param(now.atOffset(ZoneOffset.UTC))
        .query((row, _) -> row.getString("name"))
        .list();
  }
}
