package dev.portolan.catalog.dependency;

import dev.portolan.catalog.dependency.Impact.AffectedOwner;
import dev.portolan.catalog.dependency.Impact.Impacted;
import dev.portolan.catalog.dependency.Impact.KeyCount;
import dev.portolan.catalog.paging.Cursor;
import dev.portolan.catalog.version.RefVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds what a root reaches, and the way to it. */
public final class ImpactAnalysis {
  private final DependencyGraph graph;

  public ImpactAnalysis(DependencyGraph graph) {
    this.graph = graph;
  }

  /** Whether the graph that answers has reached these versions. */
  public boolean hasReached(List<RefVersion> versions) {
    return versions.isEmpty()
        || graph.read(
            view ->
                versions.stream()
                    .allMatch(one -> view.version(one.ref().toString()) >= one.version()));
  }

  /** Answers; empty when no root exists or has a relation. */
  public Optional<Impact> impact(ImpactQuestion question) {
    Set<String> present = present(question);
    String list = question.list();
    Cursor after = question.after() == null ? null : Cursor.decode(question.after(), list, 2);
    return graph.read(
        view -> {
          int[] roots = roots(question, view);
          if (roots.length == 0) {
            return Optional.empty();
          }
          Traversal traversal = traversal(question, present, view);
          Levels levels = levels(question, view, roots, traversal);
          return Optional.of(answer(question, view, levels, traversal, list, after));
        });
  }

  /**
   * Tells of everything that is reached, in order; false when no root exists or has a relation.
   *
   * @param question its page is not looked at
   */
  public boolean each(ImpactQuestion question, Consumer<ImpactRow> row) {
    Set<String> present = present(question);
    return graph.read(
        view -> {
          int[] roots = roots(question, view);
          if (roots.length == 0) {
            return false;
          }
          Traversal traversal = traversal(question, present, view);
          Levels levels = levels(question, view, roots, traversal);
          RollUps rollUps = new RollUps(view, levels, question.filter());
          int[] nodes = new InOrder(view, levels, rollUps::counts).first(rollUps.total(), null);
          ShortestPaths paths = ShortestPaths.to(nodes, view, levels, traversal);
          Domains domains = new Domains(view);
          for (int node : nodes) {
            row.accept(
                ImpactRow.of(
                    view.ref(node),
                    levels.depth(node),
                    paths.path(node),
                    view.facts(node),
                    domains.around(node)));
          }
          return true;
        });
  }

  /**
   * One shortest path: from what depends to what it depends on, or else the other way round; empty
   * when neither reaches the other.
   */
  public Optional<List<String>> path(String from, String to) {
    return paths(from, to, 1).map(all -> all.paths().getFirst());
  }

  /**
   * All shortest paths: from what depends to what it depends on, or else the other way round; empty
   * when neither reaches the other.
   *
   * @param first how many to name
   */
  public Optional<AllShortestPaths> paths(String from, String to, int first) {
    return paths(from, to, Direction.DEPENDENCIES, first)
        .or(() -> paths(from, to, Direction.DEPENDENTS, first));
  }

  private Optional<AllShortestPaths> paths(String from, String to, Direction direction, int first) {
    return graph.read(
        view -> {
          int start = view.node(from);
          int end = view.node(to);
          if (start == GraphView.NONE || end == GraphView.NONE) {
            return Optional.empty();
          }
          Traversal traversal = Traversal.ofTrouble(direction, view.knownTypes());
          Levels levels = Levels.search(view, start, traversal);
          return levels.depth(end) < 0
              ? Optional.empty()
              : Optional.of(AllShortestPaths.to(end, view, levels, traversal, first));
        });
  }

  private static int[] roots(ImpactQuestion question, GraphView view) {
    return question.roots().stream()
        .mapToInt(view::node)
        .filter(node -> node != GraphView.NONE)
        .toArray();
  }

  private static Levels levels(
      ImpactQuestion question, GraphView view, int[] roots, Traversal traversal) {
    int most = question.maxDepth() == null ? Integer.MAX_VALUE : question.maxDepth();
    return Levels.search(view, roots, traversal, most);
  }

  /** The types that a question may name, if it names any. */
  private Set<String> present(ImpactQuestion question) {
    return question.relationTypes() == null ? Set.of() : graph.relationTypes();
  }

  private static Traversal traversal(ImpactQuestion question, Set<String> present, GraphView view) {
    return Traversal.of(question.direction(), question.relationTypes(), present, view.knownTypes());
  }

  private static Impact answer(
      ImpactQuestion question,
      GraphView view,
      Levels levels,
      Traversal traversal,
      String list,
      @Nullable Cursor after) {
    RollUps rollUps = new RollUps(view, levels, question.filter());
    int[] sorted = new InOrder(view, levels, rollUps::counts).first(question.first() + 1, after);
    int length = Math.min(sorted.length, question.first());
    int[] page = Arrays.copyOf(sorted, length);
    ShortestPaths paths = ShortestPaths.to(page, view, levels, traversal);
    List<Impacted> entities = new ArrayList<>(length);
    for (int node : page) {
      entities.add(new Impacted(view.ref(node), levels.depth(node), paths.path(node)));
    }
    Map<RollUp, RolledUp> by = new EnumMap<>(RollUp.class);
    question.rollUps().forEach((rollUp, first) -> by.put(rollUp, rollUps.by(rollUp, first)));
    return new Impact(
        rollUps.total(),
        !levels.moreBeyond(),
        levels.moreBeyond() ? "There is more beyond maxDepth " + question.maxDepth() : null,
        rollUps.deepest(),
        rollUps.byDepth(),
        by,
        owners(rollUps, question.owners(), view),
        entities,
        entities.isEmpty() ? null : behind(entities.getLast(), list),
        sorted.length > length,
        view.position());
  }

  private static List<AffectedOwner> owners(RollUps rollUps, int first, GraphView view) {
    List<KeyCount> byOwner = first == 0 ? List.of() : rollUps.by(RollUp.OWNER, first).counts();
    return byOwner.stream()
        .map(
            owner -> {
              List<String> people = People.behind(owner.key(), view);
              return new AffectedOwner(
                  owner.key(),
                  owner.count(),
                  people.subList(0, Math.min(people.size(), AffectedOwner.MOST_PEOPLE)),
                  people.size());
            })
        .toList();
  }

  private static String behind(Impacted last, String list) {
    return Cursor.after(list, Integer.toString(last.depth()), last.ref()).encoded();
  }
}
