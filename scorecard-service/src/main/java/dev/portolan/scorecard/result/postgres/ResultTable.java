package dev.portolan.scorecard.result.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.events.ScorecardResultChanged.RuleOutcome;
import dev.portolan.scorecard.evaluation.Standing;
import dev.portolan.scorecard.result.Result;
import dev.portolan.scorecard.result.Result.ResultKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The results, table {@code result}. */
@Component
class ResultTable {
  private static final TypeReference<List<RuleOutcome>> OUTCOMES = new TypeReference<>() {};

  private static final String OF_ENTITIES =
      """
      SELECT entity, scorecard, version, level, points, possible, rules, entity_version,
             evaluated_at
        FROM result WHERE entity = ANY (?)
      """;

  private static final String WRITE =
      """
      INSERT INTO result (entity, scorecard, version, level, points, possible, rules,
                          entity_version, evaluated_at)
      SELECT entity, scorecard, version, level, points, possible, rules::json, entity_version,
             evaluated_at::timestamptz
        FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::int[], ?::int[], ?::text[],
                    ?::bigint[], ?::text[])
          AS now (entity, scorecard, version, level, points, possible, rules, entity_version,
                  evaluated_at)
          ON CONFLICT (entity, scorecard) DO UPDATE
         SET version = excluded.version, level = excluded.level, points = excluded.points,
             possible = excluded.possible, rules = excluded.rules,
             entity_version = excluded.entity_version, evaluated_at = excluded.evaluated_at
      """;

  private static final int OUTCOMES_KEPT = 1_000;

  /** In characters: what is kept takes some megabytes at most. */
  private static final int LONGEST_KEPT = 4_000;

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  /** Of a hundred thousand results there are some hundred texts: most come out in the same way. */
  private final ConcurrentLruCache<String, List<RuleOutcome>> outcomes;

  ResultTable(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
    this.outcomes = new ConcurrentLruCache<>(OUTCOMES_KEPT, this::parsed);
  }

  /** The results of those entities, withdrawn ones included: by entity, then by scorecard. */
  Map<EntityRef, Map<EntityRef, Result>> of(Collection<EntityRef> entities) {
    Map<String, EntityRef> refs = new HashMap<>();
    entities.forEach(ref -> refs.put(ref.toString(), ref));
    Map<EntityRef, Map<EntityRef, Result>> byEntity = new HashMap<>();
    jdbc.query(
        OF_ENTITIES,
        row -> {
          Result result = read(row, refs);
          byEntity
              .computeIfAbsent(result.key().entity(), _ -> new HashMap<>())
              .put(result.key().scorecard(), result);
        },
        texts(entities));
    return byEntity;
  }

  /** The scorecards that are for those entities. */
  Map<EntityRef, Set<EntityRef>> judging(Collection<EntityRef> entities) {
    Map<EntityRef, Set<EntityRef>> judging = new HashMap<>();
    jdbc.query(
        "SELECT entity, scorecard FROM result WHERE entity = ANY (?) AND rules IS NOT NULL",
        row -> {
          judging
              .computeIfAbsent(EntityRef.parse(row.getString(1)), _ -> new HashSet<>())
              .add(EntityRef.parse(row.getString(2)));
        },
        texts(entities));
    return judging;
  }

  void write(List<Result> results) {
    jdbc.update(
        WRITE,
        column("text", results, result -> result.key().entity().toString()),
        column("text", results, result -> result.key().scorecard().toString()),
        column("bigint", results, Result::version),
        column("text", results, result -> of(result, Standing::level)),
        column("int", results, result -> ofOr(result, Standing::points)),
        column("int", results, result -> ofOr(result, Standing::possible)),
        column("text", results, this::rules),
        column("bigint", results, Result::entityVersion),
        column("text", results, result -> result.evaluatedAt().toString()));
  }

  private static SqlArrayValue column(
      String type, List<Result> results, Function<Result, ? extends @Nullable Object> value) {
    return new SqlArrayValue(type, results.stream().map(value).toArray());
  }

  private static SqlArrayValue texts(Collection<EntityRef> refs) {
    return new SqlArrayValue("text", refs.stream().map(EntityRef::toString).toArray());
  }

  private static @Nullable String of(Result result, Function<Standing, @Nullable String> part) {
    Standing standing = result.standing();
    return standing == null ? null : part.apply(standing);
  }

  private static int ofOr(Result result, ToIntFunction<Standing> part) {
    Standing standing = result.standing();
    return standing == null ? 0 : part.applyAsInt(standing);
  }

  private @Nullable String rules(Result result) {
    Standing standing = result.standing();
    return standing == null ? null : json.writeValueAsString(standing.rules());
  }

  private List<RuleOutcome> parsed(String rules) {
    return List.copyOf(json.readValue(rules, OUTCOMES));
  }

  /** The same references come again and again: each is parsed once. */
  private Result read(ResultSet row, Map<String, EntityRef> refs) throws SQLException {
    String rules = row.getString("rules");
    return new Result(
        new ResultKey(
            refs.computeIfAbsent(row.getString("scorecard"), EntityRef::parse),
            refs.computeIfAbsent(row.getString("entity"), EntityRef::parse)),
        row.getLong("version"),
        rules == null
            ? null
            : new Standing(
                row.getString("level"),
                row.getInt("points"),
                row.getInt("possible"),
                rules.length() <= LONGEST_KEPT ? outcomes.get(rules) : parsed(rules)),
        row.getLong("entity_version"),
        row.getTimestamp("evaluated_at").toInstant());
  }
}
