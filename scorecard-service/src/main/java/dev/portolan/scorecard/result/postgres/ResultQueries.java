package dev.portolan.scorecard.result.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.events.ScorecardResultChanged;
import dev.portolan.events.ScorecardResultChanged.RuleOutcome;
import dev.portolan.scorecard.evaluation.Standing;
import dev.portolan.scorecard.result.LevelComparison;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads results for those who ask.
 *
 * <p>A result is written when it differs, but an entity is evaluated whenever it changes, in the
 * same transaction: so the version that a result is true of is that of the entity as it is held.
 */
@Component
public class ResultQueries {
  private static final TypeReference<List<RuleOutcome>> OUTCOMES = new TypeReference<>() {};

  private static final String RESULTS =
      """
      SELECT r.entity, r.scorecard, r.version, r.level, r.points, r.possible, r.rules,
             e.version AS entity_version,
             greatest(r.evaluated_at, e.evaluated_at) AS evaluated_at
        FROM result r JOIN entity e ON e.ref = r.entity JOIN scorecard s ON s.ref = r.scorecard
       WHERE r.rules IS NOT NULL AND s.state IS NOT NULL
      """;

  private static final String OF_ENTITIES =
      RESULTS + " AND r.entity = ANY (?) ORDER BY r.entity, r.scorecard";

  private static final String OF_SCORECARD =
      RESULTS + " AND r.scorecard = ? AND r.entity > ? ORDER BY r.entity LIMIT ?";

  private static final String STANDING =
      """
      SELECT entity FROM result
       WHERE scorecard = ? AND rules IS NOT NULL AND (level = ANY (?) OR (level IS NULL AND ?))
      """;

  private static final String COUNTS =
      """
      SELECT level, count(*) FROM result WHERE scorecard = ? AND rules IS NOT NULL
       GROUP BY level ORDER BY level
      """;

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  ResultQueries(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** How many entities stand on a level; null for those on none. */
  public record LevelCount(@Nullable String level, long count) {}

  /**
   * The results of those entities by scorecards and initiatives, in the order of their references
   * and of the scorecards'.
   */
  public List<ScorecardResultChanged> ofEntities(Collection<EntityRef> entities) {
    Object[] refs = entities.stream().map(EntityRef::toString).toArray();
    return jdbc.query(OF_ENTITIES, (row, _) -> read(row), new SqlArrayValue("text", refs));
  }

  /** How entities stand: by entity, then by scorecard. */
  public Map<EntityRef, Map<EntityRef, Standing>> standings(Collection<EntityRef> entities) {
    Map<EntityRef, Map<EntityRef, Standing>> standings = new HashMap<>();
    for (ScorecardResultChanged result : ofEntities(entities)) {
      standings
          .computeIfAbsent(result.entity(), _ -> new HashMap<>())
          .put(
              result.scorecard(),
              new Standing(result.level(), result.points(), result.possible(), result.rules()));
    }
    return standings;
  }

  /** The results of a scorecard after an entity, in the order of the entities' references. */
  public List<ScorecardResultChanged> ofScorecard(EntityRef scorecard, String after, int first) {
    return jdbc.query(OF_SCORECARD, (row, _) -> read(row), scorecard.toString(), after, first);
  }

  /** The references of all entities that stand on one of those levels of a scorecard. */
  public List<String> standing(EntityRef scorecard, LevelComparison.Levels levels) {
    return jdbc.query(
        STANDING,
        (row, _) -> row.getString(1),
        scorecard.toString(),
        new SqlArrayValue("text", levels.names().toArray()),
        levels.none());
  }

  /** Whether there is such a scorecard. */
  public boolean exists(EntityRef scorecard) {
    return !jdbc.queryForList(
            "SELECT 1 FROM scorecard WHERE ref = ? AND state IS NOT NULL", scorecard.toString())
        .isEmpty();
  }

  /** How many entities stand where; levels on which none stands are left out. */
  public List<LevelCount> counts(EntityRef scorecard) {
    return jdbc.query(
        COUNTS, (row, _) -> new LevelCount(row.getString(1), row.getLong(2)), scorecard.toString());
  }

  private ScorecardResultChanged read(ResultSet row) throws SQLException {
    return new ScorecardResultChanged(
        EntityRef.parse(row.getString("scorecard")),
        EntityRef.parse(row.getString("entity")),
        row.getLong("version"),
        row.getString("level"),
        row.getInt("points"),
        row.getInt("possible"),
        json.readValue(row.getString("rules"), OUTCOMES),
        row.getLong("entity_version"),
        row.getTimestamp("evaluated_at").toInstant());
  }
}
