package dev.portolan.scorecard.evaluation.postgres;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.initiative.Initiative;
import dev.portolan.scorecard.initiative.InitiativeReader;
import dev.portolan.scorecard.rule.CompiledScorecard;
import dev.portolan.scorecard.rule.Scorecard;
import dev.portolan.scorecard.rule.ScorecardReader;
import dev.portolan.scorecard.rule.Standards;
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
 * <p>One evaluates at a time: of two who change both ends of a relation at once, neither would see
 * what the other does, and what one judged by an old definition could be committed after the new
 * one had passed it by.
 */
@Component
public class Definitions {
  /** The advisory lock on evaluations: "judge", as a number. */
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
  private volatile Ordered ordered = new Ordered(List.of(), Standards.of(List.of()));

  /** What was put in order last: the same ones need not be put in order again. */
  private record Ordered(List<CompiledScorecard> of, Standards standards) {}

  Definitions(JdbcTemplate jdbc, JsonMapper json, MeterRegistry metrics) {
    this.jdbc = jdbc;
    this.json = json;
    LongAdder evaluations = new LongAdder();
    this.compiler = new CelScorecardCompiler(evaluations);
    FunctionCounter.builder("portolan.scorecard.evaluations", evaluations, LongAdder::sum)
        .description("Filters and rules that were held against an entity")
        .register(metrics);
  }

  /** Until the end of the transaction nobody else evaluates. */
  void evaluateAlone() {
    jdbc.query("SELECT pg_advisory_xact_lock(?)", _ -> {}, EVALUATION);
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

  /** All scorecards and initiatives that exist. */
  public Standards standards() {
    List<CompiledScorecard> current =
        jdbc.query(
            "SELECT ref, version FROM scorecard WHERE state IS NOT NULL ORDER BY ref",
            (row, _) -> compiled(EntityRef.parse(row.getString("ref")), row.getLong("version")));
    Ordered known = ordered;
    if (!known.of.equals(current)) {
      known = new Ordered(current, Standards.of(current));
      ordered = known;
    }
    return known.standards;
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
              return compiler.compile(read(entity, row.getLong("version")));
            },
            ref.toString()));
  }

  private static Scorecard read(Entity entity, long version) {
    return entity.ref().kind().equals(Initiative.KIND)
        ? InitiativeReader.read(entity, version).asScorecard()
        : ScorecardReader.read(entity, version);
  }

  /** Whether an entity defines how others are judged. */
  static boolean areDefinedBy(EntityRef ref) {
    return ref.kind().equals(Scorecard.KIND) || ref.kind().equals(Initiative.KIND);
  }
}
