package dev.portolan.gateway.limit.graphql;

import graphql.language.Field;
import graphql.language.NullValue;
import graphql.language.Value;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a field costs before anything below it is counted: 1 for an object, more where it takes a
 * call of its own, and nothing for a plain value.
 */
final class Weights {
  /** How long a list is taken to be that has no pages. */
  static final int UNPAGED = 10;

  private static final int OBJECT = 1;

  /** The items of a page are paid for by the list that fetches them. */
  private static final Set<String> ITEMS = Set.of("edges", "nodes", "paths");

  private static final Map<String, Integer> CALLS =
      Map.ofEntries(
          Map.entry("Query.entities", 10),
          Map.entry("Query.impact", 50),
          Map.entry("Query.path", 50),
          Map.entry("Query.paths", 50),
          // Each looks at the whole graph.
          Map.entry("Query.findings", 500),
          Map.entry("Query.ownership", 50),
          // Three services are asked, each for more than a look.
          Map.entry("Query.whatIf", 500),
          // The surroundings first, then their changes.
          Map.entry("Query.changes", 50),
          Map.entry("Query.deleted", 10),
          Map.entry("Mutation.restore", 50),
          // The search itself is tried first.
          Map.entry("Mutation.saveSearch", 70),
          Map.entry("Mutation.forgetSearch", 50),
          Map.entry("Query.search", 20),
          Map.entry("Query.scorecards", 10),
          Map.entry("Query.scorecard", 10),
          Map.entry("Query.initiatives", 10),
          Map.entry("Query.initiative", 10),
          Map.entry("Query.fixes", 10),
          // Every entity is held against the scorecard.
          Map.entry("Query.dryRun", 500),
          // What is named is looked up first.
          Map.entry("Mutation.saveScorecard", 70),
          Map.entry("Mutation.saveInitiative", 70),
          Map.entry("Mutation.requestExemption", 70),
          Map.entry("Mutation.decideExemption", 70),
          Map.entry("Mutation.recordCheck", 70),
          Map.entry("Mutation.forget", 50),
          // It asks every broker that leads a partition.
          Map.entry("Query.changesCursor", 500),
          Map.entry("Scorecard.results", 10),
          Map.entry("Scorecard.rollUp", 10),
          Map.entry("Scorecard.trend", 10),
          Map.entry("Scorecard.movers", 10),
          Map.entry("Initiative.rollUp", 10),
          Map.entry("Initiative.trend", 10),
          Map.entry("Initiative.openEntities", 10),
          Map.entry("ScorecardResult.history", 10),
          Map.entry("Entity.facts", 10),
          Map.entry("Entity.fixes", 10),
          Map.entry("Entity.impact", 50),
          Map.entry("Entity.history", 10),
          Map.entry("Entity.provenance", 10),
          Map.entry("Entity.originals", 10));

  /**
   * A call that waits for a version may last two seconds: so many fit into one document that all of
   * them have their turn before the answer is too late.
   */
  private static final Map<String, Integer> ARGUMENTS = Map.of("minVersion", 500, "asOf", 50);

  private Weights() {}

  /**
   * What the field itself costs.
   *
   * @param name the field with its type, such as {@code Query.search}
   */
  static long of(String name, boolean composite) {
    String field = name.substring(name.indexOf('.') + 1);
    return CALLS.getOrDefault(name, composite && !isItems(field) ? OBJECT : 0);
  }

  /** What those of its arguments cost that take more than a look. */
  static long ofArguments(Field field) {
    return ARGUMENTS.entrySet().stream()
        .filter(argument -> isGiven(PageLength.valueOf(field, argument.getKey())))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static boolean isGiven(@Nullable Value<?> value) {
    return value != null && !(value instanceof NullValue);
  }

  /** Whether it is the items of a page. */
  static boolean isItems(String field) {
    return ITEMS.contains(field);
  }
}
