package dev.portolan.ingestion.fact;

import dev.portolan.ingestion.RunningIngestion;
import dev.portolan.ingestion.RunningIngestion.Reply;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Facts as tools push them, in JSON of apostrophes. */
record FactPushes(RunningIngestion ingestion) {

  Reply push(String source, String body) {
    return ingestion.post("/api/sources/" + source.replace(" ", "%20") + "/facts", body);
  }

  JsonNode facts(String entity) {
    return ingestion
        .get("/api/entities/component/default/" + entity + "/facts")
        .body()
        .path("facts");
  }

  /** A line. */
  static String fact(String entity, String fact, String rest) {
    return "{'entity':'component:%s','fact':'%s',%s}\n"
        .formatted(entity, fact, rest)
        .replace('\'', '"');
  }

  static String deployment(int number) {
    return "{'id':'d-%d','at':'2026-11-27T%02d:%02d:00Z','failed':false}"
        .formatted(number, number / 60, number % 60);
  }

  /** Accepted, unchanged, rejected, and of unknown entities. */
  static List<Integer> counts(Reply reply) {
    JsonNode body = reply.body();
    return List.of(
        body.path("accepted").asInt(-1),
        body.path("unchanged").asInt(-1),
        body.path("rejected").size(),
        body.path("unknownEntities").asInt(-1));
  }
}
