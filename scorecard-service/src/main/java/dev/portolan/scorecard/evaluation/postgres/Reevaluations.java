package dev.portolan.scorecard.evaluation.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.evaluation.Progress;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** How far the evaluation of all entities by each changed scorecard is. */
@Component
public class Reevaluations {
  private static final String START =
      """
      INSERT INTO reevaluation (scorecard, position, evaluated, started_at, finished_at)
      VALUES (?, '', 0, ?, NULL)
          ON CONFLICT (scorecard) DO UPDATE
         SET position = '', evaluated = 0, started_at = excluded.started_at, finished_at = NULL
      """;

  /** Those that are at the same place go on together. */
  private static final String NEXT =
      """
      SELECT scorecard, position, evaluated FROM reevaluation
       WHERE finished_at IS NULL
         AND position = (SELECT min(position) FROM reevaluation WHERE finished_at IS NULL)
       ORDER BY scorecard
      """;

  private static final String PROGRESS =
      """
      SELECT scorecard, finished_at IS NULL AS running,
             CASE WHEN finished_at IS NULL THEN evaluated ELSE total END AS evaluated, total
        FROM reevaluation, (SELECT count(*) AS total FROM entity WHERE state IS NOT NULL)
      """;

  private final JdbcTemplate jdbc;

  Reevaluations(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One of them.
   *
   * @param position the reference up to which all entities are done; empty at the start
   * @param evaluated how many those are
   */
  record Reevaluation(EntityRef scorecard, String position, long evaluated) {}

  /** From the beginning, also when one was under way. */
  void start(EntityRef scorecard, Instant now) {
    jdbc.update(START, scorecard.toString(), Timestamp.from(now));
  }

  /** Those that are furthest behind, all at one position. */
  List<Reevaluation> next() {
    return jdbc.query(
        NEXT,
        (row, _) ->
            new Reevaluation(
                EntityRef.parse(row.getString("scorecard")),
                row.getString("position"),
                row.getLong("evaluated")));
  }

  /** The scorecards by which some results may be those of the version before. */
  Set<EntityRef> unfinished() {
    return new HashSet<>(
        jdbc.query(
            "SELECT scorecard FROM reevaluation WHERE finished_at IS NULL",
            (row, _) -> EntityRef.parse(row.getString(1))));
  }

  void advance(List<Reevaluation> together, EntityRef position, int evaluated) {
    jdbc.update(
        """
        UPDATE reevaluation SET position = ?, evaluated = evaluated + ? WHERE scorecard = ANY (?)
        """,
        position.toString(),
        evaluated,
        refs(together));
  }

  void finish(List<Reevaluation> together, Instant now) {
    jdbc.update(
        "UPDATE reevaluation SET finished_at = ? WHERE scorecard = ANY (?)",
        Timestamp.from(now),
        refs(together));
  }

  private static SqlArrayValue refs(List<Reevaluation> together) {
    return new SqlArrayValue(
        "text", together.stream().<Object>map(each -> each.scorecard().toString()).toArray());
  }

  /** How far each is. A finished one counts what came later, too: it was evaluated on arrival. */
  public List<Progress> progress() {
    return jdbc.query(
        PROGRESS,
        (row, _) ->
            new Progress(
                EntityRef.parse(row.getString("scorecard")),
                row.getBoolean("running"),
                row.getLong("evaluated"),
                row.getLong("total")));
  }

  /**
   * About how many evaluations are still to come, over all scorecards that changed; 0 only when
   * there is none. It is asked all the time, so that entities are not counted for it.
   */
  long outstanding() {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            """
            SELECT coalesce(sum(greatest(1, reltuples::bigint - evaluated)), 0)
              FROM reevaluation, pg_class WHERE finished_at IS NULL AND oid = 'entity'::regclass
            """,
            Long.class));
  }
}
