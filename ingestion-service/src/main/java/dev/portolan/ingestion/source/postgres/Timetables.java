package dev.portolan.ingestion.source.postgres;

import dev.portolan.ingestion.source.Timetable;
import dev.portolan.ingestion.source.Timetable.Run;
import dev.portolan.ingestion.source.Timetable.Wish;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When sources are to be read, from the runs that their adapters had. */
@Component
public class Timetables {
  private final JdbcClient jdbc;

  Timetables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of all sources for whose next reading there is any reason, by name. */
  public List<Timetable> all() {
    return jdbc.sql(
            """
            select name, created_at, schedule, wanted_at, wanted_sync is not null as answered,
              last.status, last.at
            from source
            left join lateral (
              select status, coalesce(ended_at, started_at) as at from sync
              where sync.source = source.name and origin = 'adapter' order by id desc limit 1
            ) as last on true
            where adapter <> 'push' and (schedule is not null or wanted_at is not null)
            order by name
            """)
        .query((row, _) -> timetable(row))
        .list();
  }

  private static Timetable timetable(ResultSet row) throws SQLException {
    String schedule = row.getString("schedule");
    Instant wanted = instant(row, "wanted_at");
    Instant last = instant(row, "at");
    return new Timetable(
        row.getString("name"),
        row.getTimestamp("created_at").toInstant(),
        schedule == null ? null : Duration.parse(schedule),
        last == null ? null : new Run(state(row.getString("status")), last),
        wanted == null ? null : new Wish(wanted, row.getBoolean("answered")));
  }

  private static Run.State state(String status) {
    return switch (status) {
      case "RUNNING" -> Run.State.RUNNING;
      case "FAILED" -> Run.State.FAILED;
      default -> Run.State.ENDED;
    };
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
