package dev.portolan.catalog.dependency;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An entity and what is around it, the nearest first.
 *
 * @param complete whether nothing was left out
 * @param incompleteReason what was left out and why; null when complete
 */
public record Surroundings(List<String> refs, boolean complete, @Nullable String incompleteReason) {
  /** The most references that are named. */
  public static final int MOST = 20_000;

  /** From a whole to its parts: systems to components, groups to the groups and people below. */
  private static final Traversal BELOW =
      new Traversal(Set.of("partOf", "childOf", "memberOf"), Set.of());

  /** Everything that is so few relations away, whatever their type and direction. */
  public static Surroundings within(
      int hops, int root, GraphView view, Collection<String> relationTypes) {
    Set<String> all = new HashSet<>(relationTypes);
    return of(root, view, new Traversal(all, all), hops);
  }

  /** Everything that is part of it, at any depth. */
  public static Surroundings below(int root, GraphView view) {
    return of(root, view, BELOW, Integer.MAX_VALUE);
  }

  private static Surroundings of(int root, GraphView view, Traversal traversal, int hops) {
    IntStream around =
        hops == 0
            ? IntStream.empty()
            : Levels.search(view, new int[] {root}, traversal, hops).nodes();
    List<String> refs =
        IntStream.concat(IntStream.of(root), around).limit(MOST + 1L).mapToObj(view::ref).toList();
    return refs.size() <= MOST
        ? new Surroundings(refs, true, null)
        : new Surroundings(
            refs.subList(0, MOST), false, "More than " + MOST + " are around " + view.ref(root));
  }
}
