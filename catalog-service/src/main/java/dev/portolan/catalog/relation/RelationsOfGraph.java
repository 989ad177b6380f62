package dev.portolan.catalog.relation;

import dev.portolan.catalog.dependency.GraphView;
import dev.portolan.catalog.dependency.WholeGraph;
import dev.portolan.catalog.projection.Declarations;
import dev.portolan.catalog.relation.RelationPage.Related;
import dev.portolan.catalog.relation.RelationQuestion.Direction;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Answers about relations from a graph that is whole: one of the past, of which Neo4j has none. */
public final class RelationsOfGraph {
  private static final Comparator<Related> ORDER =
      Comparator.comparing(Related::type)
          .thenComparing(Related::ref)
          .thenComparing(related -> related.direction().name());

  private final WholeGraph graph;
  private final RelationQuestion question;
  private final SortedSet<Related> fitting = new TreeSet<>(ORDER);

  private RelationsOfGraph(WholeGraph graph, RelationQuestion question) {
    this.graph = graph;
    this.question = question;
  }

  /** The answers, in the order of the questions. */
  public static List<RelationPage> pages(WholeGraph graph, List<RelationQuestion> questions) {
    return questions.stream()
        .map(question -> new RelationsOfGraph(graph, question).page())
        .toList();
  }

  private RelationPage page() {
    int node = graph.node(question.ref());
    if (node != GraphView.NONE) {
      graph.edges(
          node,
          (source, type, target, declarations) -> {
            if (source == node) {
              add(type, target, Direction.OUT, declarations);
            }
            if (target == node) {
              add(type, source, Direction.IN, declarations);
            }
          });
    }
    List<String> after = question.afterKeys();
    List<Related> behind =
        fitting.stream()
            .filter(related -> isBehind(related, after))
            .limit(question.first() + 1L)
            .toList();
    List<Related> page = behind.subList(0, Math.min(question.first(), behind.size()));
    return new RelationPage(
        question.ref(),
        fitting.size(),
        page,
        page.isEmpty() ? null : RelationQuestion.behind(page.getLast()),
        behind.size() > page.size());
  }

  private void add(String type, int other, Direction direction, Declarations declarations) {
    boolean wanted = direction == Direction.OUT ? question.outgoing() : question.incoming();
    String stored = question.storedType();
    if (wanted && (stored == null || stored.equals(type))) {
      String name =
          direction == Direction.OUT ? type : InverseNames.OF_STORED.getOrDefault(type, type);
      fitting.add(
          new Related(
              name,
              graph.ref(other),
              direction,
              graph.facts(other) == null,
              declarations.attributes()));
    }
  }

  private static boolean isBehind(Related related, List<String> after) {
    List<String> keys = List.of(related.type(), related.ref(), related.direction().name());
    for (int i = 0; i < keys.size(); i++) {
      int compared = keys.get(i).compareTo(after.get(i));
      if (compared != 0) {
        return compared > 0;
      }
    }
    return false;
  }
}
