package dev.portolan.system.benchmark;

import dev.portolan.system.platform.Http;
import dev.portolan.system.platform.Platform;
import java.net.URI;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** From one owner changed by HTTP until everybody who asks sees it. */
final class Freshness {
  private static final int SAMPLES = 50;
  private static final String NAME = "freshness";
  private static final String REF = "component:default/" + NAME;

  private final Platform platform;

  private Freshness(Platform platform) {
    this.platform = platform;
  }

  static void print(Platform platform) throws Exception {
    Freshness freshness = new Freshness(platform);
    Sample.of(SAMPLES / 2, freshness::changeAndSee);
    Sample sample = Sample.of(SAMPLES, freshness::changeAndSee);
    new Table("one owner changed, 50 times", "p50 ms", "p99 ms", "min ms", "Backstage p50 ms")
        .row(
            "seen on both sides and in search",
            sample.p50(),
            sample.p99(),
            sample.min(),
            "560 to 1,570")
        .print();
  }

  private double changeAndSee(int number) {
    String owner = "team-" + (number % 2 == 0 ? "refund-0031" : "recommend-0122");
    long begun = System.nanoTime();
    say(owner);
    poll(() -> ownerOf().equals("group:default/" + owner));
    poll(() -> isOwned(owner));
    poll(() -> isFound(owner));
    return (System.nanoTime() - begun) / 1e6;
  }

  private void say(String owner) {
    URI entities = platform.entitiesOf("fresh");
    Http.Answer answer =
        Http.post(
            entities,
            "application/json",
            """
            [{"apiVersion":"backstage.io/v1alpha1","kind":"Component","metadata":{"name":"%s"},
              "spec":{"type":"service","lifecycle":"production","owner":"%s"}}]"""
                .formatted(NAME, owner));
    if (answer.status() != 200) {
      throw new IllegalStateException("The change was refused: " + answer);
    }
  }

  private String ownerOf() {
    return data("{ entity(ref: \"%s\") { ownerRef } }".formatted(REF))
        .at("/entity/ownerRef")
        .asString("");
  }

  private boolean isOwned(String owner) {
    return data("""
            { entity(ref: "group:default/%s") {
                relations(type: "ownerOf", first: 500) { nodes { ref } } } }"""
            .formatted(owner))
        .at("/entity/relations/nodes")
        .findValuesAsString("ref")
        .contains(REF);
  }

  private boolean isFound(String owner) {
    return data("""
            { search(text: "%s", filter: {owner: "group:default/%s"}, first: 5) { nodes { ref } } }"""
            .formatted(NAME, owner))
        .at("/search/nodes")
        .findValuesAsString("ref")
        .contains(REF);
  }

  private JsonNode data(String query) {
    return platform.graphQl().data(query);
  }

  private static void poll(BooleanSupplier seen) {
    while (!seen.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }
}
