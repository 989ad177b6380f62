package dev.portolan.system.benchmark;

import dev.portolan.system.data.Synthetic;
import dev.portolan.system.platform.Platform;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;

/** Questions to the gateway, each beside what Backstage needs for the like. */
final class Questions {
  private static final int TIMES = 200;

  private Questions() {}

  static void print(Platform platform) throws Exception {
    Table table = new Table("one client, 20,000 entities", "p50 ms", "p95 ms", "Backstage p50 ms");
    add(
        table,
        "entity by reference",
        "0.71",
        () ->
            platform
                .graphQl()
                .data(
                    """
                    { entity(ref: "component:default/dashboard-feed-service-00005") {
                        title spec owner { ref title } } }"""));
    add(
        table,
        "list by kind and owner, 20 of them",
        "3.2",
        () ->
            platform
                .graphQl()
                .data(
                    """
                    { entities(filter: {kind: "Component", owner: "team-refund-0031"}, first: 20) {
                        totalCount nodes { ref title } } }"""));
    add(
        table,
        "full text, page of 25, with facets",
        "9.8",
        () ->
            platform
                .graphQl()
                .data(
                    """
                    { search(text: "payment", first: 25) {
                        totalCount nodes { ref entity { title } }
                        facets { field buckets { key count } } } }"""));
    addImpacts(table, platform);
    table.print();
  }

  private static void addImpacts(Table table, Platform platform) throws Exception {
    String[] backstage = {"7.4", "25.5", "145"};
    int number = 0;
    for (JsonNode root : Synthetic.roots().path("roots")) {
      String ref = root.path("ref").asString();
      int total = impactOfDependencies(platform, ref).path("total").asInt();
      int exact = root.path("transitiveDependents").asInt();
      if (total != exact) {
        throw new IllegalStateException(ref + " has " + exact + " dependents, not " + total);
      }
      add(
          table,
          "impact: " + total + " found",
          backstage[number++],
          () -> impactOfDependencies(platform, ref));
    }
  }

  private static void add(Table table, String question, String backstage, Callable<?> work)
      throws Exception {
    Sample sample = Sample.ofWarm(TIMES, work);
    table.row(question, sample.p50(), sample.p95(), backstage);
  }

  /** The whole answer with the first hundred and their paths. */
  static JsonNode impact(Platform platform, String ref) {
    return ask(platform, "ref: \"" + ref + "\"");
  }

  private static JsonNode impactOfDependencies(Platform platform, String ref) {
    return ask(platform, "ref: \"" + ref + "\", relationTypes: [\"dependsOn\"]");
  }

  private static JsonNode ask(Platform platform, String arguments) {
    return platform
        .graphQl()
        .data(
            """
            { impact(%s) { total complete maxDepthReached
                byDepth { depth count } byOwner { key count }
                entities(first: 100) { nodes { ref depth path } } } }"""
                .formatted(arguments))
        .path("impact");
  }
}
