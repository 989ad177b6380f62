package dev.portolan.system.benchmark;

import dev.portolan.system.data.Debian;
import dev.portolan.system.data.Dependencies;
import dev.portolan.system.data.Synthetic;
import dev.portolan.system.platform.Http;
import dev.portolan.system.platform.Platform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import tools.jackson.databind.JsonNode;

/** What breaks, asked of the Debian archive and of the 20,000 entities beside it. */
final class ImpactBenchmark {
  private static final int TIMES = 200;
  private static final int RANDOM_ROOTS = 200;
  private static final long SEED = 3;

  /** 507 found. */
  private static final String SOME = debian("tasksel");

  private static final List<String> ROOTS =
      List.of(
          debian("postgresql-15"),
          SOME,
          debian("nodejs"),
          debian("libpq5"),
          debian("libgtk-3-0"),
          debian("libjson-c5"),
          debian("perl"),
          debian("gcc-12-base"));

  private final Platform platform;
  private final ImpactQuestions questions;

  private ImpactBenchmark(Platform platform) {
    this.platform = platform;
    this.questions = new ImpactQuestions(platform);
  }

  static void run(Platform platform) throws Exception {
    ImpactBenchmark benchmark = new ImpactBenchmark(platform);
    Dependencies debian = Debian.dependencies();
    benchmark.load();
    benchmark.checkRandomRoots(debian);
    benchmark.questions.warmUp(ROOTS);
    benchmark.printOneClient(debian);
    benchmark.printSynthetic();
    benchmark.printClients();
  }

  private void load() throws IOException, InterruptedException {
    System.out.println(platform.load(Debian.file(), "debian", "--full").orFail().text());
    Http.Answer answer =
        Http.post(platform.entitiesOf("synthetic"), "application/json", Synthetic.json());
    if (answer.status() != 200) {
      throw new IllegalStateException("The load failed: " + answer);
    }
    new Readers(platform).awaitAll();
  }

  private void checkRandomRoots(Dependencies debian) {
    List<String> roots = new ArrayList<>(debian.roots());
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    Collections.shuffle(roots, random);
    roots.subList(0, RANDOM_ROOTS).forEach(root -> checkTotals(root, debian));
    System.out.println(RANDOM_ROOTS + " random roots of Debian: totals and depths are exact");
  }

  private void checkTotals(String root, Dependencies debian) {
    JsonNode impact = questions.throughGateway(root);
    var depths = debian.depths(root).values();
    int deepest = depths.stream().mapToInt(Integer::intValue).max().orElse(0);
    if (impact.path("total").asInt() != depths.size()
        || impact.path("maxDepthReached").asInt() != deepest
        || !impact.path("complete").asBoolean()) {
      throw new IllegalStateException(
          "%s has %d dependents, at most %d deep: %s"
              .formatted(root, depths.size(), deepest, impact));
    }
  }

  private void printOneClient(Dependencies debian) throws Exception {
    Table table = table("Debian, one client");
    for (String root : ROOTS) {
      checkTotals(root, debian);
      addRow(table, root);
    }
    table.print();
  }

  private void printSynthetic() throws Exception {
    Table table = table("synthetic-20k, one client");
    for (JsonNode root : Synthetic.roots().path("roots")) {
      String ref = root.path("ref").asString();
      int total = questions.throughGateway(ref).path("total").asInt();
      if (total != root.path("transitiveDependents").asInt()) {
        throw new IllegalStateException(root + " has " + total);
      }
      addRow(table, ref);
    }
    table.print();
  }

  private static Table table(String title) {
    return new Table(
        title,
        "total",
        "deepest",
        "p50 ms",
        "p95 ms",
        "service p50 ms",
        "service p95 ms",
        "Cypher p50 ms",
        "×");
  }

  private void addRow(Table table, String root) throws Exception {
    JsonNode impact = questions.throughGateway(root);
    RawGraph raw = RawGraph.of(platform);
    if (raw.wholeAnswer(root) != impact.path("total").asInt()) {
      throw new IllegalStateException("Cypher finds another total for " + root);
    }
    Sample gateway = Sample.ofWarm(TIMES, () -> questions.throughGateway(root));
    Sample service = Sample.ofWarm(TIMES, () -> questions.ofService(root));
    Sample cypher = Sample.ofWarm(TIMES / 4, () -> raw.wholeAnswer(root));
    table.row(
        root.substring(root.indexOf('/') + 1),
        impact.path("total"),
        impact.path("maxDepthReached"),
        gateway.p50(),
        gateway.p95(),
        service.p50(),
        service.p95(),
        cypher.p50(),
        cypher.p50() / gateway.p50());
  }

  private void printClients() throws Exception {
    Table table = new Table("about 500 dependents", "requests/s", "p50 ms", "p99 ms");
    for (int clients : List.of(1, 8)) {
      Clients.Outcome outcome = Clients.ask(clients, () -> questions.throughGateway(SOME));
      table.row(
          clients == 1 ? "one client" : clients + " clients",
          outcome.perSecond(),
          outcome.sample().p50(),
          outcome.sample().p99());
    }
    table.print();
  }

  private static String debian(String name) {
    return "component:default/" + name;
  }
}
