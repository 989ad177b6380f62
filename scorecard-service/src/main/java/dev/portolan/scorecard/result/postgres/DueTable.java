package dev.portolan.scorecard.result.postgres;

import dev.portolan.events.EntityRef;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** When results may be others though nothing changes but the time, table {@code due}. */
@Component
public class DueTable {
  private static final String WRITE =
      """
      INSERT INTO due (entity, scorecard, at)
      SELECT entity, scorecard, at::timestamptz
        FROM unnest(?::text[], ?::text[], ?::text[]) AS now (entity, scorecard, at)
          ON CONFLICT (entity, scorecard) DO UPDATE SET at = excluded.at
      """;

  private static final String FORGET =
      """
      DELETE FROM due USING unnest(?::text[], ?::text[]) AS gone (entity, scorecard)
       WHERE due.entity = gone.entity AND due.scorecard = gone.scorecard
      """;

  private final JdbcTemplate jdbc;

  DueTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Of those entities: by entity, then by scorecard. */
  Map<EntityRef, Map<EntityRef, Instant>> of(Collection<EntityRef> entities) {
    Map<EntityRef, Map<EntityRef, Instant>> due = new HashMap<>();
    jdbc.query(
        "SELECT entity, scorecard, at FROM due WHERE entity = ANY (?)",
        row -> {
          due.computeIfAbsent(EntityRef.parse(row.getString("entity")), _ -> new HashMap<>())
              .put(EntityRef.parse(row.getString("scorecard")), row.getTimestamp("at").toInstant());
        },
        new SqlArrayValue("text", entities.stream().map(EntityRef::toString).toArray()));
    return due;
  }

  /** The end of time stands for never; what is due within a millisecond is due at its end. */
  void write(Map<EntityRef, Map<EntityRef, Instant>> due) {
    List<String[]> kept = new ArrayList<>();
    List<String[]> gone = new ArrayList<>();
    due.forEach(
        (entity, byScorecard) ->
            byScorecard.forEach(
                (scorecard, at) ->
                    (at.equals(Instant.MAX) ? gone : kept)
                        .add(
                            new String[] {
                              entity.toString(), scorecard.toString(), whole(at).toString()
                            })));
    if (!kept.isEmpty()) {
      jdbc.update(WRITE, column(kept, 0), column(kept, 1), column(kept, 2));
    }
    if (!gone.isEmpty()) {
      jdbc.update(FORGET, column(gone, 0), column(gone, 1));
    }
  }

  private static Instant whole(Instant at) {
    return at.equals(Instant.MAX) ? at : at.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS);
  }

  private static SqlArrayValue column(List<String[]> rows, int column) {
    return new SqlArrayValue("text", rows.stream().<Object>map(row -> row[column]).toArray());
  }

  /** The entities of which some result is due by then, those first that are due longest. */
  public List<EntityRef> until(Instant now, int most) {
    return jdbc.query(
        """
        SELECT entity FROM due WHERE at <= ? GROUP BY entity ORDER BY min(at), entity LIMIT ?
        """,
        (row, _) -> EntityRef.parse(row.getString(1)),
        Timestamp.from(now),
        most);
  }

  /**
   * What those were due for before this millisecond, and is over: whatever an evaluation of now
   * asks for comes after it.
   */
  public void forget(Collection<EntityRef> entities, Instant now) {
    jdbc.update(
        "DELETE FROM due WHERE entity = ANY (?) AND at <= ?",
        new SqlArrayValue("text", entities.stream().<Object>map(EntityRef::toString).toArray()),
        Timestamp.from(now.truncatedTo(ChronoUnit.MILLIS)));
  }

  /** When the next is due. */
  public Optional<Instant> next() {
    return Optional.ofNullable(jdbc.queryForObject("SELECT min(at) FROM due", Timestamp.class))
        .map(Timestamp::toInstant);
  }
}
