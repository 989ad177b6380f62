package dev.portolan.gateway.limit.graphql;

import java.util.Map;

/**
 * What a field costs before anything below it is counted: 1 for an object, more where it takes a
 * call of its own, and nothing for a plain value.
 */
final class Weights {
  /** How long a list is taken to be that has no pages. */
  static final int UNPAGED = 10;

  private static final int OBJECT = 1;

  private static final Map<String, Integer> CALLS =
      Map.of(
          "Query.entities", 10,
          "Query.impact", 50,
          "Query.path", 50,
          "Query.search", 20,
          "Query.scorecards", 10,
          "Scorecard.results", 10,
          "Entity.impact", 50,
          "Entity.history", 10,
          "Entity.provenance", 10);

  private Weights() {}

  static long of(String type, String field, boolean composite) {
    return CALLS.getOrDefault(type + "." + field, composite ? OBJECT : 0);
  }
}
