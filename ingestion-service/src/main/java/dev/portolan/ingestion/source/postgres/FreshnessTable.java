package dev.portolan.ingestion.source.postgres;

import dev.portolan.ingestion.source.Freshness;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** How fresh sources are, from the syncs that they had. */
@Component
public class FreshnessTable {
  private final JdbcClient jdbc;

  FreshnessTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The freshness of those of the sources that exist, by their names. */
  public Map<String, Freshness> of(Collection<String> names) {
    Map<String, Freshness> freshness = new HashMap<>();
    jdbc.sql(
            """
            select name,
              (select max(ended_at) from sync
               where sync.source = source.name and status = 'DONE') as last_success_at,
              case when schedule is null or last.status = 'RUNNING' then null
                   else coalesce(last.at + schedule::interval, created_at) end as next_run_at
            from source
            left join lateral (
              select status, coalesce(ended_at, started_at) as at from sync
              where sync.source = source.name and origin = 'adapter' order by id desc limit 1
            ) as last on true
            where name = any(?)
            """)
        .param(new SqlArrayValue("text", names.toArray()))
        .query(
            row -> {
              freshness.put(
                  row.getString("name"),
                  new Freshness(instant(row, "last_success_at"), instant(row, "next_run_at")));
            });
    return freshness;
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
