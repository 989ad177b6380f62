package dev.portolan.ingestion.source.postgres;

import dev.portolan.ingestion.source.Freshness;
import dev.portolan.ingestion.source.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** How fresh sources are, from the syncs that they had. */
@Component
public class FreshnessTable {
  private final JdbcClient jdbc;
  private final Timetables timetables;

  FreshnessTable(JdbcClient jdbc, Timetables timetables) {
    this.jdbc = jdbc;
    this.timetables = timetables;
  }

  private record Success(Instant startedAt, Instant endedAt) {}

  /** The freshness of these sources, by their names. */
  public Map<String, Freshness> of(Collection<String> names) {
    Map<String, Success> successes = successes(names);
    Map<String, Timetable> known =
        timetables.all().stream().collect(Collectors.toMap(Timetable::source, Function.identity()));
    Map<String, Long> stale = stale(names);
    Map<String, Freshness> freshness = new HashMap<>();
    for (String name : names) {
      Optional<Success> last = Optional.ofNullable(successes.get(name));
      freshness.put(
          name,
          new Freshness(
              last.map(Success::endedAt).orElse(null),
              last.map(it -> Duration.between(it.startedAt(), it.endedAt())).orElse(null),
              Optional.ofNullable(known.get(name)).map(Timetable::next).orElse(null),
              stale.getOrDefault(name, 0L)));
    }
    return freshness;
  }

  private Map<String, Long> stale(Collection<String> names) {
    Map<String, Long> stale = new HashMap<>();
    jdbc.sql(
            """
            select source, count(*) from observation
            where source = any(?) and stale_since is not null group by source
            """)
        .param(new SqlArrayValue("text", names.toArray()))
        .query(
            row -> {
              stale.put(row.getString("source"), row.getLong("count"));
            });
    return stale;
  }

  private Map<String, Success> successes(Collection<String> names) {
    Map<String, Success> successes = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (source) source, started_at, ended_at from sync
            where source = any(?) and status = 'DONE' order by source, ended_at desc
            """)
        .param(new SqlArrayValue("text", names.toArray()))
        .query(
            row -> {
              successes.put(
                  row.getString("source"),
                  new Success(
                      row.getTimestamp("started_at").toInstant(),
                      row.getTimestamp("ended_at").toInstant()));
            });
    return successes;
  }
}
