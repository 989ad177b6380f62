package dev.portolan.catalog.dependency;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.catalog.dependency.Impact.DepthCount;
import dev.portolan.catalog.dependency.Impact.Impacted;
import dev.portolan.catalog.dependency.Impact.KeyCount;
import dev.portolan.catalog.projection.Edge;
import dev.portolan.catalog.projection.LatestChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What every dependency graph has to answer, compared with {@link NaiveImpact}. */
public final class ImpactIsRight {
  private static final int PAGE = 3;

  /** Often fewer than there are. */
  private static final int KEYS = 2;

  private static final Map<RollUp, Integer> ROLL_UPS =
      Map.of(
          RollUp.KIND, 100,
          RollUp.OWNER, KEYS,
          RollUp.SYSTEM, KEYS,
          RollUp.DOMAIN, KEYS,
          RollUp.TIER, KEYS);

  private ImpactIsRight() {}

  /** Asks about everything in both directions, page by page. */
  public static void check(DependencyGraph graph, LatestChanges model, String where) {
    for (String root : model.refs()) {
      for (Direction direction : Direction.values()) {
        check(graph, model, root, direction, where + ", " + direction + " of " + root);
      }
    }
  }

  private static void check(
      DependencyGraph graph, LatestChanges model, String root, Direction direction, String where) {
    NaiveImpact naive = new NaiveImpact(model);
    Set<Edge> edges = naive.edges();
    Map<String, Integer> expected = naive.depths(root, direction);
    ImpactQuestion everything =
        new ImpactQuestion(
            List.of(root), direction, null, null, ImpactFilter.ALL, ROLL_UPS, 0, PAGE, null);
    List<Impacted> entities = checkPages(graph, everything, expected, edges, where);
    entities.forEach(entity -> checkPath(naive, root, direction, entity, where));
    NaiveRollUps rollUps = new NaiveRollUps(model.entities());
    new ImpactAnalysis(graph)
        .impact(everything)
        .ifPresent(impact -> checkRollUps(impact, rollUps, expected.keySet(), where));
    checkFiltered(graph, everything, expected, rollUps, edges, where);
  }

  private static void checkRollUps(
      Impact impact, NaiveRollUps rollUps, Set<String> reached, String where) {
    checkRollUp(impact, RollUp.OWNER, rollUps.by(rollUps::owner, reached), where);
    checkRollUp(impact, RollUp.SYSTEM, rollUps.by(rollUps::system, reached), where);
    checkRollUp(impact, RollUp.TIER, rollUps.by(rollUps::tier, reached), where);
    checkRollUp(
        impact,
        RollUp.DOMAIN,
        rollUps.by(
            ref -> rollUps.entities().containsKey(ref) ? rollUps.domain(ref) : null, reached),
        where);
  }

  private static void checkRollUp(
      Impact impact, RollUp rollUp, List<KeyCount> expected, String where) {
    assertThat(impact.by().get(rollUp))
        .as("%s, by %s", where, rollUp)
        .isEqualTo(
            new RolledUp(expected.size(), expected.subList(0, Math.min(KEYS, expected.size()))));
  }

  /** By tier, and by a domain that some of it is in. */
  private static void checkFiltered(
      DependencyGraph graph,
      ImpactQuestion everything,
      Map<String, Integer> reached,
      NaiveRollUps rollUps,
      Set<Edge> edges,
      String where) {
    ImpactFilter tierOne = new ImpactFilter(null, null, null, null, List.of("1"), null, null);
    checkPages(
        graph,
        with(everything, tierOne),
        only(reached, ref -> "1".equals(rollUps.tier(ref))),
        edges,
        where + ", tier 1");
    String domain = "domain:default/e4";
    ImpactFilter inDomain = new ImpactFilter(null, null, null, List.of(domain), null, null, null);
    checkPages(
        graph,
        with(everything, inDomain),
        only(
            reached,
            ref -> rollUps.entities().containsKey(ref) && domain.equals(rollUps.domain(ref))),
        edges,
        where + ", in a domain");
  }

  private static ImpactQuestion with(ImpactQuestion question, ImpactFilter filter) {
    return new ImpactQuestion(
        question.roots(),
        question.direction(),
        null,
        null,
        filter,
        ROLL_UPS,
        0,
        question.first(),
        null);
  }

  private static Map<String, Integer> only(Map<String, Integer> depths, Predicate<String> wanted) {
    Map<String, Integer> some = new TreeMap<>(depths);
    some.keySet().removeIf(wanted.negate());
    return some;
  }

  private static List<Impacted> checkPages(
      DependencyGraph graph,
      ImpactQuestion question,
      Map<String, Integer> expected,
      Set<Edge> edges,
      String where) {
    List<Impacted> entities = new ArrayList<>();
    @Nullable String after = null;
    Impact page;
    do {
      page =
          new ImpactAnalysis(graph)
              .impact(
                  new ImpactQuestion(
                      question.roots(),
                      question.direction(),
                      null,
                      null,
                      question.filter(),
                      ROLL_UPS,
                      0,
                      PAGE,
                      after))
              .orElse(null);
      if (page == null) {
        assertThat(expected).as(where).isEmpty();
        assertThat(edges)
            .as(where)
            .noneMatch(edge -> edge.source().equals(question.roots().getFirst()));
        return List.of();
      }
      entities.addAll(page.entities());
      after = page.endCursor();
    } while (page.hasNextPage());

    assertThat(page.complete()).as(where).isTrue();
    assertThat(page.total()).as(where).isEqualTo(expected.size());
    assertThat(page.byDepth()).as(where).isEqualTo(byDepth(expected));
    assertThat(page.maxDepthReached())
        .as(where)
        .isEqualTo(expected.values().stream().mapToInt(depth -> depth).max().orElse(0));
    assertThat(byKind(page).stream().collect(summingInt(KeyCount::count)))
        .as(where)
        .isEqualTo(expected.size());
    assertThat(entities.stream().map(Impacted::ref).toList()).as(where).isEqualTo(order(expected));
    return entities;
  }

  private static void checkPath(
      NaiveImpact naive, String root, Direction direction, Impacted entity, String where) {
    List<String> path = entity.path();
    assertThat(path).as(where).hasSize(entity.depth() + 1).startsWith(root).endsWith(entity.ref());
    for (int i = 1; i < path.size(); i++) {
      assertThat(naive.isStep(path.get(i - 1), path.get(i), direction))
          .as("%s: step %d of %s", where, i, path)
          .isTrue();
    }
  }

  private static List<KeyCount> byKind(Impact page) {
    return requireNonNull(page.by().get(RollUp.KIND)).counts();
  }

  private static List<DepthCount> byDepth(Map<String, Integer> depths) {
    return depths.values().stream()
        .collect(groupingBy(depth -> depth, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> new DepthCount(entry.getKey(), entry.getValue().intValue()))
        .toList();
  }

  private static List<String> order(Map<String, Integer> depths) {
    return depths.entrySet().stream()
        .sorted(
            comparing((Map.Entry<String, Integer> entry) -> entry.getValue())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }
}
