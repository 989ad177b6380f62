package dev.portolan.scorecard.result.postgres;

import dev.portolan.scorecard.evaluation.Standing;
import dev.portolan.scorecard.result.OutcomeChange;
import dev.portolan.scorecard.result.Result;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Every change of every result, table {@code result_change}. */
@Component
class ResultChangeTable {
  private static final String WRITE =
      """
      INSERT INTO result_change (entity, scorecard, version, changed_at, level_before,
                                 points_before, possible_before, level, points, possible, rules,
                                 entity_version, causes)
      SELECT entity, scorecard, version, changed_at::timestamptz, level_before, points_before,
             possible_before, level, points, possible, rules::json, entity_version,
             coalesce(string_to_array(nullif(causes, ''), ' '), '{}')
        FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::int[], ?::int[],
                    ?::text[], ?::int[], ?::int[], ?::text[], ?::bigint[], ?::text[])
          AS now (entity, scorecard, version, changed_at, level_before, points_before,
                  possible_before, level, points, possible, rules, entity_version, causes)
      """;

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  ResultChangeTable(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * A change.
   *
   * @param now the result as it is
   * @param before how the entity stood; null where the scorecard was not for it
   * @param causes the events that brought it
   */
  record Row(Result now, @Nullable Standing before, Collection<String> causes) {
    @Nullable Object then(Function<Standing, ? extends @Nullable Object> part) {
      return before == null ? null : part.apply(before);
    }

    @Nullable Object is(Function<Standing, ? extends @Nullable Object> part) {
      Standing standing = now.standing();
      return standing == null ? null : part.apply(standing);
    }
  }

  void write(List<Row> rows) {
    jdbc.update(
        WRITE,
        column("text", rows, row -> row.now().key().entity().toString()),
        column("text", rows, row -> row.now().key().scorecard().toString()),
        column("bigint", rows, row -> row.now().version()),
        column("text", rows, row -> row.now().evaluatedAt().toString()),
        column("text", rows, row -> row.then(Standing::level)),
        column("int", rows, row -> row.then(Standing::points)),
        column("int", rows, row -> row.then(Standing::possible)),
        column("text", rows, row -> row.is(Standing::level)),
        column("int", rows, row -> row.is(Standing::points)),
        column("int", rows, row -> row.is(Standing::possible)),
        column("text", rows, this::outcomes),
        column("bigint", rows, row -> row.now().entityVersion()),
        column("text", rows, row -> String.join(" ", row.causes())));
  }

  /** Where there was nothing or is nothing, all rules differ, which need not be said. */
  private String outcomes(Row row) {
    return row.before() == null || row.now().standing() == null
        ? "[]"
        : json.writeValueAsString(OutcomeChange.between(row.before(), row.now().standing()));
  }

  private static SqlArrayValue column(
      String type, List<Row> rows, Function<Row, ? extends @Nullable Object> value) {
    return new SqlArrayValue(type, rows.stream().map(value).toArray());
  }
}
