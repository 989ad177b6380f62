package dev.portolan.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.system.comparison.Comparison;
import dev.portolan.system.comparison.Stores;
import dev.portolan.system.data.Debian;
import dev.portolan.system.data.Dependencies;
import dev.portolan.system.platform.Http;
import dev.portolan.system.platform.Part;
import dev.portolan.system.platform.Platform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Somebody loads an organisation of 100,000 entities, while Elasticsearch is killed, and asks what
 * would break.
 */
@ExtendWith(OnPlatform.class)
@Order(OnPlatform.LAST)
class DebianJourney {
  private static final int INDEXED_BEFORE_THE_KILL = 20_000;

  private static long otherComponents;
  private static long otherEdges;

  @BeforeAll
  static void load(Platform platform) throws Exception {
    Path catalog = SharedData.require(Debian.file());
    platform.await();
    otherComponents = components(platform);
    otherEdges = edges(platform);
    int before = found(platform);
    try (ExecutorService loader = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> loaded =
          loader.submit(() -> platform.load(catalog, "debian", "--full").orFail().text());
      await()
          .atMost(Duration.ofMinutes(3))
          .until(() -> found(platform) > before + INDEXED_BEFORE_THE_KILL);
      platform.killMinusNine(Part.ELASTICSEARCH);
      platform.up();
      assertThat(loaded.get()).contains("99,809 accepted, 0 unchanged, 0 rejected");
    }
    platform.await();
  }

  @Test
  void allOfItStandsTheSameInEveryStore(Platform platform) throws Exception {
    assertThat(components(platform) - otherComponents).isEqualTo(63_436);
    assertThat(edges(platform) - otherEdges).isEqualTo(264_050);
    Comparison comparison = Comparison.of(Stores.of(platform));
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.entities()).isGreaterThanOrEqualTo(99_809);
  }

  @ParameterizedTest
  @CsvSource({"postgresql-15, 96, 3", "libpq5, 1075, 7", "libgtk-3-0, 2695, 6", "nodejs, 754, 5"})
  void everythingThatWouldBreakIsFoundAtEveryDepth(
      String root, int total, int deepest, Platform platform) {
    JsonNode impact =
        platform
            .graphQl()
            .data(
                "{ impact(ref: \"component:default/%s\") { total complete maxDepthReached } }"
                    .formatted(root))
            .path("impact");
    assertThat(impact.path("complete").asBoolean()).isTrue();
    assertThat(impact.path("total").asInt()).isEqualTo(total);
    assertThat(impact.path("maxDepthReached").asInt()).isEqualTo(deepest);
  }

  @Test
  void theImpactOfAnyRootIsWhatASearchInTheFileFinds(Platform platform) throws Exception {
    Dependencies exact = Debian.dependencies();
    List<String> roots = exact.roots();
    Random random = new Random(200);
    for (int i = 0; i < 200; i++) {
      String root = roots.get(random.nextInt(roots.size()));
      Map<String, Integer> depths = exact.depths(root);
      JsonNode impact =
          platform
              .graphQl()
              .data("{ impact(ref: \"%s\") { total maxDepthReached } }".formatted(root))
              .path("impact");
      assertThat(impact.path("total").asInt()).as(root).isEqualTo(depths.size());
      assertThat(impact.path("maxDepthReached").asInt())
          .as(root)
          .isEqualTo(Collections.max(depths.values()));
    }
  }

  private static int found(Platform platform) {
    return Http.get(platform.http(Part.SEARCH_SERVICE).resolve("/api/count"))
        .json()
        .path("entities")
        .asInt();
  }

  private static long components(Platform platform) {
    return platform
        .graphQl()
        .data("{ entities(filter: {kind: \"Component\"}) { totalCount } }")
        .at("/entities/totalCount")
        .asLong();
  }

  private static long edges(Platform platform) {
    return Stores.of(platform)
        .cypher("MATCH ()-[r:dependsOn]->() RETURN count(r) AS edges")
        .getFirst()
        .get("edges")
        .asLong();
  }
}
