package dev.portolan.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.system.comparison.Comparison;
import dev.portolan.system.comparison.Stores;
import dev.portolan.system.data.Synthetic;
import dev.portolan.system.platform.Part;
import dev.portolan.system.platform.Platform;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The machine has a bad day while 20,000 entities are being loaded. */
@ExtendWith(OnPlatform.class)
class CrashJourney {
  private static final List<Part> VICTIMS =
      List.of(
          Part.INGESTION_SERVICE,
          Part.CATALOG_SERVICE,
          Part.SEARCH_SERVICE,
          Part.KAFKA,
          Part.NEO4J);

  @Test
  void nothingIsLostAndNothingIsLeftOverWhenEveryPartIsKilledOnceDuringALoad(Platform platform)
      throws Exception {
    SharedData.require(Synthetic.folder());
    List<String> parts = Synthetic.parts(500);
    int afterEach = parts.size() / (VICTIMS.size() + 1);
    try (StubbornLoader loader = StubbornLoader.begin(platform, "synthetic", parts)) {
      for (int i = 0; i < VICTIMS.size(); i++) {
        // Two parts short of it, so that it dies with work under way.
        loader.allow((i + 1) * afterEach);
        loader.awaitTaken((i + 1) * afterEach - 2);
        platform.killMinusNine(VICTIMS.get(i));
        // What comes meanwhile finds it dead.
        loader.allow((i + 1) * afterEach + 2);
        platform.up();
      }
      loader.allow(parts.size());
      loader.awaitTaken(parts.size());
    }
    platform.await();
    Comparison comparison = Comparison.of(Stores.of(platform));
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.entities()).isGreaterThanOrEqualTo(20_000);
    assertEveryRootHasItsExactDependents(platform);
  }

  private static void assertEveryRootHasItsExactDependents(Platform platform) throws Exception {
    for (JsonNode root : Synthetic.roots().path("roots")) {
      String ref = root.path("ref").asString();
      // The gateway's circuit to a killed service may need a moment to close.
      await()
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptions()
          .untilAsserted(
              () -> {
                JsonNode impact =
                    platform
                        .graphQl()
                        .data(
                            """
                            { impact(ref: "%s", relationTypes: ["dependsOn"]) {
                                total complete byDepth { count } } }"""
                                .formatted(ref))
                        .path("impact");
                assertThat(impact.path("complete").asBoolean()).isTrue();
                assertThat(impact.path("total").asInt())
                    .isEqualTo(root.path("transitiveDependents").asInt());
                assertThat(impact.path("byDepth").findValuesAsString("count"))
                    .isEqualTo(root.path("perHop").valueStream().map(JsonNode::asString).toList());
              });
    }
  }
}
