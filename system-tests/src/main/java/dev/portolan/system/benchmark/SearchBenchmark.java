package dev.portolan.system.benchmark;

import dev.portolan.system.data.Debian;
import dev.portolan.system.data.Synthetic;
import dev.portolan.system.platform.Http;
import dev.portolan.system.platform.Part;
import dev.portolan.system.platform.Platform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;

/** Searches: how quick they are, how fresh, and whether a rebuild disturbs them. */
final class SearchBenchmark {
  private static final int FRESH = 200;

  /** What a rebuild waits before it removes the index before; no work of it. */
  private static final double GRACE_SECONDS = 5;

  private final Platform platform;
  private final RawIndex raw;

  private SearchBenchmark(Platform platform) {
    this.platform = platform;
    this.raw = new RawIndex(platform);
  }

  static void run(Platform platform) throws Exception {
    SearchBenchmark benchmark = new SearchBenchmark(platform);
    Http.Answer answer =
        Http.post(platform.entitiesOf("synthetic"), "application/json", Synthetic.json());
    if (answer.status() != 200) {
      throw new IllegalStateException("The load failed: " + answer);
    }
    new Readers(platform).awaitAll();
    benchmark.printQuestions("20,000 entities", "payment");
    benchmark.printFreshness();
    System.out.println(platform.load(Debian.file(), "debian", "--full").orFail().text());
    new Readers(platform).awaitAll();
    benchmark.printQuestions("with Debian, 119,809 entities", "library");
    benchmark.printRebuild();
  }

  private void printQuestions(String title, String text) throws Exception {
    Table table =
        new Table(
            title, "p50 ms", "p95 ms", "requests/s", "8 clients p50 ms", "p95 ms", "requests/s");
    Map<String, Callable<?>> questions = new LinkedHashMap<>();
    questions.put(
        "\"" + text + "\", page of 25, highlights, facets",
        () ->
            data(
                """
                { search(text: "%s", first: 25) {
                    totalCount nodes { ref score highlights { field fragments } }
                    facets { field buckets { key count } } } }"""
                    .formatted(text)));
    questions.put(
        "facets over all components",
        () ->
            data(
                """
                { search(text: "kind:component", first: 1) {
                    totalCount facets { field buckets { key count } } } }"""));
    questions.put(
        "completion of \"" + text.substring(0, 3) + "\"",
        () ->
            data(
                "{ suggestions(text: \"%s\") { kind text label ref } }"
                    .formatted(text.substring(0, 3))));
    questions.put("raw: Elasticsearch, \"" + text + "\"", () -> raw.search(text));
    Clients.warmUp(List.copyOf(questions.values()));
    for (Map.Entry<String, Callable<?>> question : questions.entrySet()) {
      addRow(table, question.getKey(), question.getValue());
    }
    table.print();
  }

  private static void addRow(Table table, String name, Callable<?> question) throws Exception {
    Clients.Outcome one = Clients.ask(1, question);
    Clients.Outcome eight = Clients.ask(8, question);
    table.row(
        name,
        one.sample().p50(),
        one.sample().p95(),
        one.perSecond(),
        eight.sample().p50(),
        eight.sample().p95(),
        eight.perSecond());
  }

  private void printFreshness() throws Exception {
    try (Searchers others = new Searchers(platform, "payment")) {
      Sample sample = Sample.of(FRESH, this::changeAndFind);
      new Table("a change is found, 200 times", "p50 ms", "p99 ms", "searches meanwhile", "failed")
          .row(
              "50 searches per second", sample.p50(), sample.p99(), others.asked(), others.failed())
          .print();
    }
  }

  private double changeAndFind(int number) {
    String title = "edition" + number + "x";
    long begun = System.nanoTime();
    Http.Answer answer =
        Http.post(
            platform.entitiesOf("fresh"),
            "application/json",
            """
            [{"apiVersion":"backstage.io/v1alpha1","kind":"Component",
              "metadata":{"name":"fresh","title":"%s"},
              "spec":{"type":"service","lifecycle":"production","owner":"platform"}}]"""
                .formatted(title));
    if (answer.status() != 200) {
      throw new IllegalStateException("The change was refused: " + answer);
    }
    while (data("{ search(text: \"%s\", first: 1) { nodes { ref } } }".formatted(title))
        .at("/search/nodes")
        .isEmpty()) {
      Thread.onSpinWait();
    }
    return (System.nanoTime() - begun) / 1e6;
  }

  private void printRebuild() throws Exception {
    int before = total();
    JsonNode done;
    int asked;
    int failed;
    int fewest;
    try (Searchers searchers = new Searchers(platform, "")) {
      done = Rebuilding.of(platform, Part.SEARCH_SERVICE);
      asked = searchers.asked();
      failed = searchers.failed();
      fewest = searchers.fewest();
    }
    new Table(
            "the index rebuilt, 50 searches per second",
            "seconds",
            "entities before",
            "fewest found",
            "entities after",
            "searches",
            "failed",
            "differed")
        .row(
            done.path("state").asString(),
            done.path("seconds").asDouble(),
            before,
            fewest,
            total(),
            asked,
            failed,
            done.at("/result/examples").size())
        .print();
    JsonNode alone = Rebuilding.of(platform, Part.SEARCH_SERVICE);
    double perSecond =
        alone.path("records").asDouble() / (alone.path("seconds").asDouble() - GRACE_SECONDS);
    double rawPerSecond = raw.documentsPerSecond();
    new Table("indexing", "documents/s", "of raw")
        .row("from the topic, compared and switched", perSecond, perSecond / rawPerSecond)
        .row("raw: bulk requests of the same documents", rawPerSecond, 1.0)
        .print();
  }

  private int total() {
    return data("{ search(text: \"\", first: 1) { totalCount } }").at("/search/totalCount").asInt();
  }

  private JsonNode data(String query) {
    return platform.graphQl().data(query);
  }
}
