package dev.portolan.system.benchmark;

import dev.portolan.system.platform.Http;
import dev.portolan.system.platform.Part;
import dev.portolan.system.platform.Platform;
import java.net.URI;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The whole answer about an entity's dependents: all roll-ups, with the first hundred keys of each,
 * and the first hundred entities with their paths.
 */
record ImpactQuestions(Platform platform) {
  /** Compilers are done by then. */
  private static final int WARM_UP = 3_000;

  void warmUp(List<String> roots) {
    for (int i = 0; i < WARM_UP; i++) {
      String root = roots.get(i % roots.size());
      throughGateway(root);
      ofService(root);
    }
  }

  JsonNode throughGateway(String ref) {
    return platform
        .graphQl()
        .data(
            """
            { impact(ref: "%s", relationTypes: ["dependsOn"]) {
                total complete maxDepthReached byDepth { depth count }
                byKind(first: 100) { key count } byOwner(first: 100) { key count }
                bySystem(first: 100) { key count } byDomain(first: 100) { key count }
                byTier(first: 100) { key count } byLifecycle(first: 100) { key count }
                entities(first: 100) { nodes { ref depth path } } } }"""
                .formatted(ref))
        .path("impact");
  }

  JsonNode ofService(String ref) {
    URI impact = platform.http(Part.CATALOG_SERVICE).resolve("/api/impact");
    String question =
        "{\"ref\":\"%s\",\"relationTypes\":[\"dependsOn\"],\"first\":100}".formatted(ref);
    return Http.post(impact, "application/json", question).json();
  }
}
