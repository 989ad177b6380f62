package dev.portolan.search.relevance;

import static dev.portolan.stack.Server.ELASTICSEARCH;
import static dev.portolan.stack.Server.KAFKA;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.EntityChanged;
import dev.portolan.search.RunningSearch;
import dev.portolan.stack.junit.LocalServers;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Scores what people find of what they want. Prints the score of each manner of typing, and the
 * queries of which the wanted hit is not the first; docs/search.md has the last ones.
 */
class RelevanceIT {
  private static final double LEAST_MRR = 0.90;
  private static final double LEAST_NDCG = 0.85;

  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, ELASTICSEARCH);

  /** How a query fared. */
  private record Score(JudgedQuery query, double reciprocalRank, double ndcg, List<String> found) {}

  @ParameterizedTest
  @ValueSource(strings = {"queries.tsv", "second-judge.tsv"})
  void peopleFindWhatTheyWant(String file) {
    Collection<EntityChanged> entities = Organisations.entities();
    Set<String> refs =
        entities.stream().map(entity -> entity.ref().toString()).collect(Collectors.toSet());
    // Without the descriptors of the real organisations, what is asked of the sample is asked.
    List<JudgedQuery> queries =
        JudgedQuery.in(file).stream()
            .filter(
                query ->
                    Files.isDirectory(Organisations.REAL)
                        || refs.containsAll(query.grades().keySet()))
            .toList();
    assertThat(refs)
        .as("what is wanted and does not exist cannot be found")
        .containsAll(queries.stream().flatMap(query -> query.grades().keySet().stream()).toList());
    try (RunningSearch search = RunningSearch.started(servers)) {
      search.publish(entities.toArray(EntityChanged[]::new)).caughtUp();

      List<Score> scores = queries.stream().map(query -> score(search, query)).toList();

      print(scores);
      assertThat(queries).hasSizeGreaterThan(50);
      assertThat(average(scores, Score::reciprocalRank)).isGreaterThanOrEqualTo(LEAST_MRR);
      assertThat(average(scores, Score::ndcg)).isGreaterThanOrEqualTo(LEAST_NDCG);
    }
  }

  private static Score score(RunningSearch search, JudgedQuery query) {
    List<String> found = search.found(query.text()).stream().limit(10).toList();
    return new Score(query, query.reciprocalRank(found), query.ndcg(found), found);
  }

  private static double average(List<Score> scores, ToDoubleFunction<Score> of) {
    return scores.stream().mapToDouble(of).average().orElse(0);
  }

  private static void print(List<Score> scores) {
    System.out.println("| typed as | queries | MRR | nDCG@10 |\n|---|---|---|---|");
    Map<String, List<Score>> byManner =
        scores.stream()
            .collect(
                groupingBy(score -> score.query().manner(), TreeMap::new, Collectors.toList()));
    byManner.forEach(RelevanceIT::printRow);
    printRow("all", scores);
    scores.stream()
        .filter(score -> score.reciprocalRank() < 1 || score.ndcg() < 0.7)
        .forEach(
            score ->
                System.out.printf(
                    "| %s | %.2f | %.2f | %s |%n",
                    score.query().text(),
                    score.reciprocalRank(),
                    score.ndcg(),
                    score.found().stream().limit(5).toList()));
  }

  private static void printRow(String manner, List<Score> scores) {
    System.out.printf(
        "| %s | %d | %.3f | %.3f |%n",
        manner,
        scores.size(),
        average(scores, Score::reciprocalRank),
        average(scores, Score::ndcg));
  }
}
