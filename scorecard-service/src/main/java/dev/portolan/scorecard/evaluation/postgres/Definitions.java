package dev.portolan.scorecard.evaluation.postgres;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.rule.CompiledScorecard;
import dev.portolan.scorecard.rule.Scorecard;
import dev.portolan.scorecard.rule.ScorecardReader;
import dev.portolan.scorecard.rule.cel.CelScorecardCompiler;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The scorecards, table {@code scorecard}, each compiled once per version.
 *
 * <p>Whoever evaluates holds the definitions in its transaction, and whoever changes one waits for
 * all of those and then holds them alone. Without it an entity could be evaluated by the old
 * definition and committed after the new one had passed it by, and stay wrong.
 */
@Component
public class Definitions {
  /** The advisory lock on the definitions: "score", as a number. */
  private static final long LOCK = 0x73636f7265L;

  /** The advisory lock on evaluations that look at other entities: "judge", as a number. */
  private static final long EVALUATION = 0x6a75646765L;

  private static final String STORE =
      """
      INSERT INTO scorecard AS held (ref, version, state) VALUES (?, ?, ?::json)
          ON CONFLICT (ref) DO UPDATE SET version = excluded.version, state = excluded.state
       WHERE held.version < excluded.version
      """;

  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final CelScorecardCompiler compiler;
  private final Map<EntityRef, CompiledScorecard> compiled = new ConcurrentHashMap<>();

  Definitions(JdbcTemplate jdbc, JsonMapper json, MeterRegistry metrics) {
    this.jdbc = jdbc;
    this.json = json;
    LongAdder evaluations = new LongAdder();
    this.compiler = new CelScorecardCompiler(evaluations);
    FunctionCounter.builder("portolan.scorecard.evaluations", evaluations, LongAdder::sum)
        .description("Filters and rules that were held against an entity")
        .register(metrics);
  }

  /** Until the end of the transaction no definition changes. */
  void hold() {
    jdbc.query("SELECT pg_advisory_xact_lock_shared(?)", _ -> {}, LOCK);
  }

  /** Until the end of the transaction nobody else evaluates. */
  void holdAlone() {
    jdbc.query("SELECT pg_advisory_xact_lock(?)", _ -> {}, LOCK);
  }

  /**
   * All scorecards, for whoever evaluates by them until the end of the transaction. Where one looks
   * at other entities than the one that it judges, nobody else evaluates meanwhile: of two who
   * change both ends of a relation at once, neither would see what the other does.
   */
  List<CompiledScorecard> forEvaluation() {
    List<CompiledScorecard> current = current();
    if (current.stream().anyMatch(scorecard -> !scorecard.reads().relations().isEmpty())) {
      jdbc.query("SELECT pg_advisory_xact_lock(?)", _ -> {}, EVALUATION);
    }
    return current;
  }

  /** Stores what is newer than what is held, and answers which scorecards those are. */
  List<EntityRef> store(List<EntityChanged> changes) {
    List<EntityRef> stored = new ArrayList<>();
    for (EntityChanged change : changes) {
      Entity entity = change.entity();
      int rows =
          jdbc.update(
              STORE,
              change.ref().toString(),
              change.version(),
              entity == null ? null : json.writeValueAsString(entity));
      if (rows > 0) {
        stored.add(change.ref());
      }
    }
    return stored;
  }

  /** All scorecards that exist, in the order of their references. */
  public List<CompiledScorecard> current() {
    return jdbc.query(
        "SELECT ref, version FROM scorecard WHERE state IS NOT NULL ORDER BY ref",
        (row, _) -> compiled(EntityRef.parse(row.getString("ref")), row.getLong("version")));
  }

  private CompiledScorecard compiled(EntityRef ref, long version) {
    return Objects.requireNonNull(
        compiled.compute(
            ref,
            (_, known) ->
                known != null && known.scorecard().version() == version ? known : compile(ref)));
  }

  private CompiledScorecard compile(EntityRef ref) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "SELECT version, state FROM scorecard WHERE ref = ?",
            (row, _) -> {
              Entity entity = json.readValue(row.getString("state"), Entity.class);
              Scorecard scorecard = ScorecardReader.read(entity, row.getLong("version"));
              return compiler.compile(scorecard);
            },
            ref.toString()));
  }
}
