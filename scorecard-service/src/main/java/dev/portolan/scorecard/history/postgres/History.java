package dev.portolan.scorecard.history.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.history.Moves;
import dev.portolan.scorecard.history.Point;
import dev.portolan.scorecard.history.ResultMove;
import dev.portolan.scorecard.history.ResultMove.Score;
import dev.portolan.scorecard.result.OutcomeChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the changes of results. */
@Component
public class History {
  private static final TypeReference<List<OutcomeChange>> OUTCOMES = new TypeReference<>() {};

  private static final String OF_ENTITY =
      """
      SELECT scorecard, entity, version, changed_at, level_before, points_before, possible_before,
             level, points, possible, rules, entity_version, causes
        FROM result_change
       WHERE entity = ? AND (?::text IS NULL OR scorecard = ?)
         AND (changed_at, scorecard, version) < (?, ?, ?)
       ORDER BY changed_at DESC, scorecard DESC, version DESC LIMIT ?
      """;

  private static final String MOVES =
      """
      SELECT (changed_at AT TIME ZONE 'UTC')::date AS day,
             sum((points IS NOT NULL)::int - (points_before IS NOT NULL)::int) AS entities,
             sum(coalesce(points, 0) - coalesce(points_before, 0)) AS points,
             sum(coalesce(possible, 0) - coalesce(possible_before, 0)) AS possible
        FROM result_change WHERE scorecard = ? AND changed_at >= ?
       GROUP BY day
      """;

  private static final String LEVEL_MOVES =
      """
      SELECT day, level, sum(more) AS more
        FROM (SELECT (changed_at AT TIME ZONE 'UTC')::date AS day, coalesce(level, '') AS level,
                     1 AS more
                FROM result_change
               WHERE scorecard = ? AND changed_at >= ? AND points IS NOT NULL
               UNION ALL
              SELECT (changed_at AT TIME ZONE 'UTC')::date, coalesce(level_before, ''), -1
                FROM result_change
               WHERE scorecard = ? AND changed_at >= ? AND points_before IS NOT NULL)
       GROUP BY day, level
      """;

  private static final String NOW =
      """
      SELECT coalesce(level, '') AS level, count(*) AS entities, sum(points) AS points,
             sum(possible) AS possible
        FROM result WHERE scorecard = ? AND rules IS NOT NULL GROUP BY level
      """;

  private static final String THEN =
      """
      SELECT DISTINCT ON (entity) entity, level_before, points_before, possible_before
        FROM result_change WHERE scorecard = ? AND changed_at >= ?
       ORDER BY entity, version
      """;

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  History(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * The changes of an entity's results, the latest first.
   *
   * @param scorecard by which; null for all
   * @param before the change after which the answer goes on; null for the latest
   */
  public List<ResultMove> of(
      EntityRef entity, @Nullable EntityRef scorecard, @Nullable Position before, int first) {
    String by = scorecard == null ? null : scorecard.toString();
    Position from = before == null ? Position.LATEST : before;
    return jdbc.query(
        OF_ENTITY,
        (row, _) -> read(row),
        entity.toString(),
        by,
        by,
        Timestamp.from(from.at()),
        from.scorecard(),
        from.version(),
        first);
  }

  /** Where an answer ended. */
  public record Position(Instant at, String scorecard, long version) {
    static final Position LATEST =
        new Position(Instant.parse("9999-01-01T00:00:00Z"), "", Long.MAX_VALUE);
  }

  private ResultMove read(ResultSet row) throws SQLException {
    return new ResultMove(
        EntityRef.parse(row.getString("scorecard")),
        EntityRef.parse(row.getString("entity")),
        row.getLong("version"),
        row.getTimestamp("changed_at").toInstant(),
        score(row, "level_before", "points_before", "possible_before"),
        score(row, "level", "points", "possible"),
        json.readValue(row.getString("rules"), OUTCOMES),
        row.getLong("entity_version"),
        Arrays.stream((Object[]) row.getArray("causes").getArray()).map(String::valueOf).toList());
  }

  private static @Nullable Score score(ResultSet row, String level, String points, String possible)
      throws SQLException {
    Integer number = row.getObject(points, Integer.class);
    return number == null ? null : new Score(row.getString(level), number, row.getInt(possible));
  }

  /** How all stand by a scorecard now. */
  public Point now(EntityRef scorecard, LocalDate today) {
    Map<String, Long> levels = new TreeMap<>();
    long[] sums = new long[3];
    jdbc.query(
        NOW,
        row -> {
          levels.put(row.getString("level"), row.getLong("entities"));
          sums[0] += row.getLong("entities");
          sums[1] += row.getLong("points");
          sums[2] += row.getLong("possible");
        },
        scorecard.toString());
    return new Point(today, sums[0], sums[1], sums[2], levels);
  }

  /** What changed by a scorecard, day by day. */
  public List<Moves> moves(EntityRef scorecard, Instant since) {
    Timestamp from = Timestamp.from(since);
    String by = scorecard.toString();
    Map<LocalDate, Map<String, Long>> levels = new HashMap<>();
    jdbc.query(
        LEVEL_MOVES,
        row -> {
          levels
              .computeIfAbsent(row.getObject("day", LocalDate.class), _ -> new HashMap<>())
              .put(row.getString("level"), row.getLong("more"));
        },
        by,
        from,
        by,
        from);
    List<Moves> moves = new ArrayList<>();
    jdbc.query(
        MOVES,
        row -> {
          LocalDate day = row.getObject("day", LocalDate.class);
          moves.add(
              new Moves(
                  day,
                  row.getLong("entities"),
                  row.getLong("points"),
                  row.getLong("possible"),
                  levels.getOrDefault(day, Map.of())));
        },
        by,
        from);
    return moves;
  }

  /** How entities stood then that moved since; empty for one that was not judged. */
  public Map<String, Optional<Score>> then(EntityRef scorecard, Instant since) {
    Map<String, Optional<Score>> then = new HashMap<>();
    jdbc.query(
        THEN,
        row -> {
          then.put(
              row.getString("entity"),
              Optional.ofNullable(score(row, "level_before", "points_before", "possible_before")));
        },
        scorecard.toString(),
        Timestamp.from(since));
    return then;
  }
}
