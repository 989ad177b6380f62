package dev.portolan.system.platform;

import java.net.URI;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a gateway. */
public record GraphQl(URI gateway) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * The data of an answer without errors.
   *
   * @throws IllegalStateException when there are errors, with the whole answer
   */
  public JsonNode data(String query) {
    JsonNode answer = answer(query, Map.of());
    if (answer.has("errors")) {
      throw new IllegalStateException(query + "\nwas answered by\n" + answer.toPrettyString());
    }
    return answer.path("data");
  }

  /** The whole answer, with its errors and extensions. */
  public JsonNode answer(String query, Map<String, ?> variables) {
    String body = JSON.writeValueAsString(Map.of("query", query, "variables", variables));
    return JSON.readTree(
        Http.post(URI.create(gateway + "/graphql"), "application/json", body).body());
  }
}
