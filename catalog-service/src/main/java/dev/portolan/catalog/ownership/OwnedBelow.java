package dev.portolan.catalog.ownership;

import dev.portolan.catalog.dependency.Domains;
import dev.portolan.catalog.dependency.GraphView;
import dev.portolan.catalog.dependency.Impact.KeyCount;
import dev.portolan.catalog.dependency.ImpactFilter;
import dev.portolan.catalog.dependency.Levels;
import dev.portolan.catalog.dependency.People;
import dev.portolan.catalog.dependency.Traversal;
import dev.portolan.catalog.dependency.WholeGraph;
import dev.portolan.catalog.paging.Cursor;
import dev.portolan.catalog.projection.Facts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a group owns, with all groups below it in the tree.
 *
 * @param total how many entities
 * @param byKind the most frequent first
 * @param byOwner the most frequent first
 * @param groups the groups, this one first
 * @param people the first {@link #MOST_PEOPLE} members of any of them
 * @param peopleTotal how many there are
 * @param entities a page of what is owned, by reference
 * @param position for each partition of the topic, the offset of the first record that this answer
 *     does not know
 */
public record OwnedBelow(
    String ref,
    int total,
    List<KeyCount> byKind,
    List<KeyCount> byOwner,
    List<String> groups,
    List<String> people,
    int peopleTotal,
    List<Owned> entities,
    @Nullable String endCursor,
    boolean hasNextPage,
    Map<String, Long> position) {
  /** The most people that are named. */
  public static final int MOST_PEOPLE = 1_000;

  private static final Traversal TO_CHILDREN = new Traversal(Set.of("childOf"), Set.of());
  private static final Comparator<Owned> BY_REF = Comparator.comparing(Owned::ref);

  /** An entity and which of the groups owns it. */
  public record Owned(String ref, String owner) {}

  private record Found(Owned owned, Facts facts) {}

  /**
   * Looks at every entity once.
   *
   * @param root of the group
   * @param after a cursor of an earlier page; null for the first
   */
  public static OwnedBelow of(
      int root, WholeGraph graph, ImpactFilter filter, int first, @Nullable String after) {
    String ref = graph.ref(root);
    String list = "ownership " + ref;
    String afterRef = after == null ? "" : Cursor.decode(after, list, 1).key(0);
    Set<String> groups = below(root, graph);
    List<Found> found = found(groups, graph, filter);
    List<Owned> behind =
        found.stream()
            .map(Found::owned)
            .filter(owned -> owned.ref().compareTo(afterRef) > 0)
            .sorted(BY_REF)
            .limit(first + 1L)
            .toList();
    List<Owned> page = behind.subList(0, Math.min(first, behind.size()));
    List<String> people = People.behind(ref, graph);
    return new OwnedBelow(
        ref,
        found.size(),
        counts(found, each -> each.facts().kind()),
        counts(found, each -> each.owned().owner()),
        groups.stream().sorted(Comparator.comparing(group -> !group.equals(ref))).toList(),
        people.subList(0, Math.min(people.size(), MOST_PEOPLE)),
        people.size(),
        page,
        page.isEmpty() ? null : Cursor.after(list, page.getLast().ref()).encoded(),
        behind.size() > page.size(),
        graph.position());
  }

  private static List<Found> found(Set<String> groups, WholeGraph graph, ImpactFilter filter) {
    Domains domains = new Domains(graph);
    List<Found> found = new ArrayList<>();
    for (int node = 0; node < graph.size(); node++) {
      Facts facts = graph.facts(node);
      String owner = facts == null ? null : facts.owner();
      if (facts != null
          && owner != null
          && groups.contains(owner)
          && filter.letsThrough(facts, domains.around(node))) {
        found.add(new Found(new Owned(graph.ref(node), owner), facts));
      }
    }
    return found;
  }

  /** The group and all below it, by reference; a circle of parents ends. */
  private static Set<String> below(int root, GraphView graph) {
    Set<String> groups = new TreeSet<>(Set.of(graph.ref(root)));
    Levels.search(graph, root, TO_CHILDREN).nodes().mapToObj(graph::ref).forEach(groups::add);
    return groups;
  }

  private static List<KeyCount> counts(List<Found> found, Function<Found, String> key) {
    Map<String, Integer> counts = new HashMap<>();
    found.forEach(each -> counts.merge(key.apply(each), 1, Integer::sum));
    return KeyCount.sorted(counts);
  }
}
