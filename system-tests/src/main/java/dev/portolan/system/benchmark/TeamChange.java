package dev.portolan.system.benchmark;

import dev.portolan.system.data.Standards;
import dev.portolan.system.platform.Http;
import dev.portolan.system.platform.Platform;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A team of Debian that gets a title or loses it, which one of the rules asks of a component's
 * owner.
 *
 * @param watched how many of its components are looked at, by their references
 */
record TeamChange(Platform platform, String team, int watched) {
  /** As long as the gateway's limit on objects in an answer allows. */
  private static final int PAGE = 250;

  private static final String RESULTS = "scorecard:default/" + Standards.OF_OWNERS;

  /** Milliseconds until all of the components that are watched show it. */
  double make(int number) {
    boolean titled = number % 2 == 0;
    long begun = System.nanoTime();
    Http.Answer answer =
        Http.post(
            platform.entitiesOf("debian"),
            "application/json",
            """
            [{"apiVersion":"backstage.io/v1alpha1","kind":"Group",
              "metadata":{"name":"%s"%s},"spec":{"type":"team","children":[]}}]"""
                .formatted(team, titled ? ",\"title\":\"A team\"" : ""));
    if (answer.status() != 200) {
      throw new IllegalStateException("It was not taken: " + answer);
    }
    String status = titled ? "PASS" : "FAIL";
    while (!show(page(1, ""), status)) {
      Thread.onSpinWait();
    }
    String after = "";
    for (int seen = 0; seen < watched; ) {
      JsonNode page = page(Math.min(PAGE, watched - seen), after);
      if (show(page, status)) {
        seen += page.at("/entities/nodes").size();
        after = ", after: \"" + page.at("/entities/pageInfo/endCursor").asString() + "\"";
      }
    }
    return (System.nanoTime() - begun) / 1e6;
  }

  private JsonNode page(int first, String after) {
    return platform
        .graphQl()
        .data(
            """
            { entities(filter: {owner: ["group:default/%s"], kind: ["Component"]}, first: %d%s) {
                pageInfo { endCursor }
                nodes { scorecardResults { scorecardRef rules { rule status } } } } }"""
                .formatted(team, first, after));
  }

  private static boolean show(JsonNode page, String status) {
    List<JsonNode> nodes = page.at("/entities/nodes").valueStream().toList();
    return !nodes.isEmpty() && nodes.stream().allMatch(node -> shows(node, status));
  }

  private static boolean shows(JsonNode node, String status) {
    return node.path("scorecardResults")
        .valueStream()
        .filter(result -> result.path("scorecardRef").asString().equals(RESULTS))
        .flatMap(result -> result.path("rules").valueStream())
        .filter(rule -> rule.path("rule").asString().equals("r7"))
        .anyMatch(rule -> rule.path("status").asString().equals(status));
  }
}
