package dev.portolan.system.benchmark;

import dev.portolan.system.comparison.Comparison;
import dev.portolan.system.comparison.Stores;
import dev.portolan.system.platform.Platform;
import dev.portolan.system.platform.Repository;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The Debian archive as an organisation: 99,809 entities, loaded by the command. */
final class DebianBenchmark {
  private static final SortedMap<String, Integer> DEPENDENTS =
      new TreeMap<>(
          Map.of("postgresql-15", 96, "libpq5", 1_075, "libgtk-3-0", 2_695, "nodejs", 754));

  private DebianBenchmark() {}

  static void run(Platform platform) throws Exception {
    Path file = Repository.sharedData().resolve("debian/catalog.jsonl.gz");
    platform.down();
    platform.up();
    long begun = System.nanoTime();
    System.out.println(platform.load(file, "debian", "--full").orFail().text());
    double committed = secondsSince(begun);
    new Readers(platform).awaitAll();
    double everywhere = secondsSince(begun);
    begun = System.nanoTime();
    System.out.println(platform.load(file, "debian", "--full").orFail().text());
    new Readers(platform).awaitAll();
    double again = secondsSince(begun);
    new Table("99,809 entities of Debian", "seconds", "entities/s")
        .row("committed", committed, 99_809 / committed)
        .row("in every reader", everywhere, 99_809 / everywhere)
        .row("the same again, all unchanged", again, 99_809 / again)
        .print();
    printImpact(platform);
    Comparison comparison = Comparison.of(Stores.of(platform));
    System.out.printf(
        "%n%,d entities; differences between the stores: %s; dependsOn in Neo4j: %s%n",
        comparison.entities(),
        comparison.differences(),
        Stores.of(platform)
            .cypher("MATCH ()-[r:dependsOn]->() RETURN count(r) AS n")
            .getFirst()
            .get("n"));
    System.out.println(platform.portolan("status", "--data", platform.data().toString()).text());
  }

  private static void printImpact(Platform platform) throws Exception {
    Table table =
        new Table(
            "impact, all depths", "total", "deepest", "p50 ms", "p95 ms", "Cypher p50 ms", "×");
    RawGraph raw = RawGraph.of(platform);
    for (Map.Entry<String, Integer> exact : DEPENDENTS.entrySet()) {
      String ref = "component:default/" + exact.getKey();
      JsonNode impact = Questions.impact(platform, ref);
      if (impact.path("total").asInt() != exact.getValue()) {
        throw new IllegalStateException(ref + ": " + impact);
      }
      Sample here = Sample.ofWarm(200, () -> Questions.impact(platform, ref));
      Sample cypher = Sample.ofWarm(50, () -> raw.dependents(ref));
      table.row(
          exact.getKey(),
          impact.path("total"),
          impact.path("maxDepthReached"),
          here.p50(),
          here.p95(),
          cypher.p50(),
          cypher.p50() / here.p50());
    }
    table.print();
  }

  private static double secondsSince(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
