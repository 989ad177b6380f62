package dev.portolan.system.benchmark;

import dev.portolan.system.comparison.ScorecardResults;
import dev.portolan.system.data.Debian;
import dev.portolan.system.data.DebianChanges;
import dev.portolan.system.data.Standards;
import dev.portolan.system.platform.Http;
import dev.portolan.system.platform.Part;
import dev.portolan.system.platform.Platform;
import dev.portolan.system.platform.ScratchScorecards;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A hundred rules over the Debian archive: how quickly all of it is evaluated, how soon a change is
 * seen, and whether what came of 20,000 changes and two crashes is what an evaluation from the
 * beginning says.
 */
final class ScorecardBenchmark {
  private static final String TOPIC = "scorecard.results.v1";
  private static final String DATABASE = "portolan_scorecard";
  private static final int CHANGES = 20_000;
  private static final int BATCH = 250;
  private static final int FRESH = 200;

  private final Platform platform;
  private final Readers readers;
  private final DebianChanges debian;

  private ScorecardBenchmark(Platform platform) throws Exception {
    this.platform = platform;
    this.readers = new Readers(platform);
    this.debian = new DebianChanges(20_261_127);
  }

  static void run(Platform platform) throws Exception {
    ScorecardBenchmark benchmark = new ScorecardBenchmark(platform);
    System.out.println(platform.load(Debian.file(), "debian", "--full").orFail().text());
    benchmark.readers.awaitAll();
    benchmark.printFull();
    benchmark.printWithoutCause();
    benchmark.printFresh();
    benchmark.printExactness();
  }

  private void printFull() throws Exception {
    RawRules raw = new RawRules(debian);
    Table table =
        new Table(
            "63,436 components by 100 rules",
            "seconds",
            "evaluations",
            "per second",
            "of the limit");
    raw.evaluate();
    long begun = System.nanoTime();
    raw.evaluate();
    double limit = seconds(begun);
    table.row(
        "the compiled expressions alone, one thread",
        limit,
        raw.evaluations(),
        raw.evaluations() / limit,
        1.0);
    for (int edition = 1; edition <= 2; edition++) {
      double before = evaluations();
      begun = System.nanoTime();
      say("standards", Standards.json(edition));
      readers.awaitAll();
      double taken = seconds(begun);
      double evaluated = evaluations() - before;
      table.row(
          edition == 1 ? "first, every result is new and published" : "again, nothing differs",
          taken,
          (long) evaluated,
          evaluated / taken,
          // Of the time, as the evaluations of filters are in these and not in the limit's.
          String.format(Locale.ROOT, "%.2f", limit / taken));
    }
    table.print();
  }

  private void printWithoutCause() throws Exception {
    double before = evaluations();
    for (int i = 0; i < FRESH; i++) {
      ObjectNode component = debian.component(i);
      ((ObjectNode) component.path("metadata")).putObject("labels").put("colour", "blue" + i);
      say("debian", "[" + component + "]");
    }
    readers.awaitAll();
    new Table("changes that no rule looks at", "evaluations")
        .row(FRESH, (long) (evaluations() - before))
        .print();
  }

  private void printFresh() throws Exception {
    Table table = new Table("from a change to the score by GraphQL", "p50 ms", "p99 ms", "most ms");
    Sample entity = Sample.of(FRESH, this::changeEntity);
    table.row("an entity's own, 200 times", entity.p50(), entity.p99(), entity.millis().getLast());
    Sample fact = Sample.of(FRESH, this::changeFact);
    table.row("a fact's, 200 times", fact.p50(), fact.p99(), fact.millis().getLast());
    Sample team =
        Sample.of(10, new TeamChange(platform, "debian-ruby-extras-maintainers", 575)::make);
    table.row(
        "a team's, seen at its 575 components, 10 times",
        team.p50(),
        team.p99(),
        team.millis().getLast());
    Sample perl = Sample.of(4, new TeamChange(platform, "debian-perl-group", 500)::make);
    table.row(
        "one's that has 3,969, seen at 500 of them, 4 times",
        perl.p50(),
        perl.p99(),
        perl.millis().getLast());
    table.print();
  }

  private double changeEntity(int number) {
    ObjectNode component = debian.component(1_000 + number);
    String ref = ref(component);
    double before = points(ref, "s0");
    long begun = System.nanoTime();
    ((ObjectNode) component.path("spec")).put("lifecycle", "unheard-of");
    say("debian", "[" + component + "]");
    while (points(ref, "s0") == before) {
      Thread.onSpinWait();
    }
    return millis(begun);
  }

  private double changeFact(int number) {
    String ref = ref(debian.component(2_000 + number));
    double before = points(ref, "s3");
    long begun = System.nanoTime();
    Http.Answer answer =
        Http.post(
            platform.http(Part.INGESTION_SERVICE).resolve("/api/sources/ci/facts"),
            "application/json",
            "[{\"entity\":\"%s\",\"fact\":\"coverage\",\"value\":{\"line\":12}}]".formatted(ref));
    require(answer);
    while (points(ref, "s3") == before) {
      Thread.onSpinWait();
    }
    return millis(begun);
  }

  private void printExactness() throws Exception {
    long begun = System.nanoTime();
    for (int done = 0; done < CHANGES; done += BATCH) {
      String lines = debian.next(BATCH);
      require(Http.post(platform.entitiesOf("debian"), "application/x-ndjson", lines));
      if (done % (20 * BATCH) == 0) {
        require(Http.delete(platform.entitiesOf("debian").resolve("entities/" + debian.gone())));
      }
      if (done == CHANGES / 4) {
        platform.killMinusNine(Part.SCORECARD_SERVICE);
        platform.up();
      }
    }
    say("standards", Standards.json(3));
    awaitUnderWay();
    platform.killMinusNine(Part.SCORECARD_SERVICE);
    platform.up();
    readers.awaitAll();
    double taken = seconds(begun);
    Map<String, String> incremental = ScorecardResults.of(platform, DATABASE);
    Map<String, Long> versions = ScorecardResults.versions(platform, DATABASE);
    ScorecardResults.OnTopic topic = ScorecardResults.onTopic(platform, TOPIC);
    Map<String, String> scratch;
    try (ScratchScorecards other = ScratchScorecards.start(platform)) {
      other.awaitCaughtUp();
      scratch = ScorecardResults.of(platform, ScratchScorecards.DATABASE);
    }
    long differ =
        incremental.entrySet().stream()
                .filter(each -> !each.getValue().equals(scratch.get(each.getKey())))
                .count()
            + scratch.keySet().stream().filter(key -> !incremental.containsKey(key)).count();
    new Table(
            "20,000 changes, scorecard-service killed during them and during a full evaluation",
            "seconds",
            "results",
            "differ from scratch")
        .row("incremental", taken, incremental.size(), differ)
        .print();
    new Table("the topic", "records", "said again", "passed over", "last versions that differ")
        .row(
            TOPIC,
            topic.records(),
            topic.again(),
            topic.missing(),
            versions.entrySet().stream()
                .filter(each -> !each.getValue().equals(topic.versions().get(each.getKey())))
                .count())
        .print();
  }

  /** Until the changed scorecards are held against some of the entities, and not all. */
  private void awaitUnderWay() {
    while (Http.get(platform.http(Part.SCORECARD_SERVICE).resolve("/api/scorecards"))
        .json()
        .path("scorecards")
        .valueStream()
        .map(scorecard -> scorecard.path("evaluation"))
        .noneMatch(
            evaluation ->
                evaluation.path("running").asBoolean()
                    && evaluation.path("evaluated").asLong() > 0)) {
      Thread.onSpinWait();
    }
  }

  private double points(String ref, String scorecard) {
    JsonNode data =
        platform
            .graphQl()
            .data(
                """
                { entity(ref: "%s") { scorecardResults {
                    scorecardRef rules { status } } } }"""
                    .formatted(ref));
    for (JsonNode result : data.at("/entity/scorecardResults")) {
      if (result.path("scorecardRef").asString().equals("scorecard:default/" + scorecard)) {
        return result
            .path("rules")
            .valueStream()
            .filter(rule -> rule.path("status").asString().equals("PASS"))
            .count();
      }
    }
    return -1;
  }

  private void say(String source, String json) {
    require(Http.post(platform.entitiesOf(source), "application/json", json));
  }

  private static void require(Http.Answer answer) {
    if (answer.status() != 200) {
      throw new IllegalStateException("It was not taken: " + answer);
    }
  }

  private double evaluations() {
    return Http.get(platform.http(Part.SCORECARD_SERVICE).resolve("/actuator/prometheus"))
        .body()
        .lines()
        .filter(line -> line.startsWith("portolan_scorecard_evaluations_total"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static String ref(ObjectNode component) {
    return "component:default/" + component.at("/metadata/name").asString();
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private static double millis(long begun) {
    return (System.nanoTime() - begun) / 1e6;
  }
}
