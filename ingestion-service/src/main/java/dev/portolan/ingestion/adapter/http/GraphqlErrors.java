package dev.portolan.ingestion.adapter.http;

import tools.jackson.databind.JsonNode;

/**
 * The errors that an answer of GraphQL holds beside its data, under a status that says all is well.
 */
final class GraphqlErrors {
  private GraphqlErrors() {}

  /**
   * Refuses an answer with errors: what is beside them is a part of what was asked for.
   *
   * @throws HttpFault saying where in the query the first one is, and not in the server's words,
   *     which may be anything
   */
  static void check(JsonNode body) throws HttpFault {
    JsonNode errors = body.path("errors");
    if (errors.isEmpty()) {
      return;
    }
    JsonNode place = errors.path(0).path("locations").path(0);
    throw new HttpFault(
        place.path("line").isInt()
            ? "the server refuses the query at line %d, column %d"
                .formatted(place.path("line").intValue(), place.path("column").asInt(1))
            : "the server answers the query with errors");
  }
}
