package dev.portolan.catalog.dependency;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.catalog.dependency.Impact.DepthCount;
import dev.portolan.catalog.dependency.Impact.Impacted;
import dev.portolan.catalog.dependency.Impact.KeyCount;
import dev.portolan.catalog.projection.Edge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What every dependency graph has to answer, compared with {@link NaiveImpact}. */
public final class ImpactIsRight {
  private static final int PAGE = 3;

  private ImpactIsRight() {}

  /** Asks about everything in both directions, page by page. */
  public static void check(DependencyGraph graph, Set<Edge> edges, Set<String> refs, String where) {
    for (String root : refs) {
      for (Direction direction : Direction.values()) {
        check(graph, edges, root, direction, where + ", " + direction + " of " + root);
      }
    }
  }

  private static void check(
      DependencyGraph graph, Set<Edge> edges, String root, Direction direction, String where) {
    Map<String, Integer> expected = NaiveImpact.depths(edges, root, direction);
    List<Impacted> entities = new ArrayList<>();
    @Nullable String after = null;
    Impact page;
    do {
      page =
          new ImpactAnalysis(graph)
              .impact(new ImpactQuestion(root, direction, null, null, PAGE, after))
              .orElse(null);
      if (page == null) {
        assertThat(expected).as(where).isEmpty();
        assertThat(edges).as(where).noneMatch(edge -> edge.source().equals(root));
        return;
      }
      entities.addAll(page.entities());
      after = page.endCursor();
    } while (page.hasNextPage());

    assertThat(page.complete()).as(where).isTrue();
    assertThat(page.total()).as(where).isEqualTo(expected.size());
    assertThat(page.byDepth()).as(where).isEqualTo(byDepth(expected));
    assertThat(page.maxDepthReached()).as(where).isEqualTo(page.byDepth().size());
    assertThat(page.byKind().stream().collect(summingInt(KeyCount::count)))
        .as(where)
        .isEqualTo(expected.size());
    assertThat(entities.stream().map(Impacted::ref).toList()).as(where).isEqualTo(order(expected));
    for (Impacted entity : entities) {
      checkPath(edges, root, direction, entity, where);
    }
  }

  private static void checkPath(
      Set<Edge> edges, String root, Direction direction, Impacted entity, String where) {
    List<String> path = entity.path();
    assertThat(path).as(where).hasSize(entity.depth() + 1).startsWith(root).endsWith(entity.ref());
    for (int i = 1; i < path.size(); i++) {
      assertThat(NaiveImpact.isStep(edges, path.get(i - 1), path.get(i), direction))
          .as("%s: step %d of %s", where, i, path)
          .isTrue();
    }
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
