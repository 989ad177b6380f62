package dev.portolan.scorecard.initiative.postgres;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.events.ScorecardResultChanged.RuleOutcome;
import dev.portolan.events.ScorecardResultChanged.Status;
import dev.portolan.scorecard.initiative.Initiative;
import dev.portolan.scorecard.initiative.InitiativeReader;
import dev.portolan.scorecard.initiative.Remainder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The initiatives that there are, and what remains to be done for them. */
@Component
public class Initiatives {
  private static final TypeReference<List<RuleOutcome>> OUTCOMES = new TypeReference<>() {};
  private static final String OWNED_BY = "ownedBy>";

  private static final String OPEN =
      """
      SELECT r.entity, r.rules, e.relations FROM result r JOIN entity e ON e.ref = r.entity
       WHERE r.scorecard = ? AND r.rules IS NOT NULL AND r.points < r.possible
         AND e.relations @> ? AND r.entity > ?
       ORDER BY r.entity LIMIT ?
      """;

  private static final String COUNT_OPEN =
      """
      SELECT count(*) FROM result r JOIN entity e ON e.ref = r.entity
       WHERE r.scorecard = ? AND r.rules IS NOT NULL AND r.points < r.possible
         AND e.relations @> ?
      """;

  private static final String COUNTS =
      """
      SELECT count(*) AS entities, count(*) FILTER (WHERE points < possible) AS open,
             coalesce(sum(points), 0) AS points, coalesce(sum(possible), 0) AS possible
        FROM result WHERE scorecard = ? AND rules IS NOT NULL
      """;

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  Initiatives(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * How far an initiative is.
   *
   * @param entities for how many it is
   * @param open how many of them have something left to do
   * @param done rules that are kept, over all entities
   * @param asked rules that are asked, over all entities
   */
  public record Progress(long entities, long open, long done, long asked) {}

  /** All that exist, in the order of their references. */
  public List<Initiative> all() {
    return jdbc.query(
        """
        SELECT version, state FROM scorecard
         WHERE ref LIKE 'initiative:%' AND state IS NOT NULL ORDER BY ref
        """,
        (row, _) ->
            InitiativeReader.read(
                json.readValue(row.getString("state"), Entity.class), row.getLong("version")));
  }

  /** The one of that reference. */
  public Optional<Initiative> named(EntityRef ref) {
    return all().stream().filter(each -> each.scorecard().ref().equals(ref)).findFirst();
  }

  /** Whether all entities were held against it since it changed. */
  boolean isEvaluated(EntityRef initiative) {
    return !jdbc.queryForList(
            "SELECT 1 FROM reevaluation WHERE scorecard = ? AND finished_at IS NOT NULL",
            initiative.toString())
        .isEmpty();
  }

  /** How far it is. */
  public Progress progress(EntityRef initiative) {
    return jdbc.query(
            COUNTS,
            (row, _) ->
                new Progress(
                    row.getLong("entities"),
                    row.getLong("open"),
                    row.getLong("points"),
                    row.getLong("possible")),
            initiative.toString())
        .getFirst();
  }

  /**
   * The entities after one that have something left to do, in the order of their references.
   *
   * @param owner of those only; empty for all
   */
  public List<Remainder> open(
      EntityRef initiative, Optional<EntityRef> owner, String after, int first) {
    return jdbc.query(
        OPEN, (row, _) -> remainder(row), initiative.toString(), ownedBy(owner), after, first);
  }

  /** How many have something left to do. */
  public long countOpen(EntityRef initiative, Optional<EntityRef> owner) {
    return Objects.requireNonNull(
        jdbc.queryForObject(COUNT_OPEN, Long.class, initiative.toString(), ownedBy(owner)));
  }

  /** What their relations are to contain. */
  private static SqlArrayValue ownedBy(Optional<EntityRef> owner) {
    return new SqlArrayValue("text", owner.map(ref -> OWNED_BY + ref).stream().toArray());
  }

  private Remainder remainder(ResultSet row) throws SQLException {
    List<RuleOutcome> outcomes = json.readValue(row.getString("rules"), OUTCOMES);
    return new Remainder(
        EntityRef.parse(row.getString("entity")),
        Arrays.stream((Object[]) row.getArray("relations").getArray())
            .map(String::valueOf)
            .filter(relation -> relation.startsWith(OWNED_BY))
            .map(relation -> EntityRef.parse(relation.substring(OWNED_BY.length())))
            .toList(),
        outcomes.stream()
            .filter(outcome -> outcome.status() == Status.FAIL || outcome.status() == Status.ERROR)
            .map(RuleOutcome::rule)
            .toList());
  }
}
