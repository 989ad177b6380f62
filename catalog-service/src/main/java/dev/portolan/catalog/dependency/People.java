package dev.portolan.catalog.dependency;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who the people are behind an owner: the members of a group and of all groups below it. */
public final class People {
  /** From a group to its members and to the groups of which it is the parent. */
  private static final Traversal DOWN = new Traversal(Set.of("memberOf", "childOf"), Set.of());

  private static final String USER = "user:";

  private People() {}

  /** Their references, in order; those of an owner who is a person are his own. */
  public static List<String> behind(String owner, GraphView view) {
    if (owner.startsWith(USER)) {
      return List.of(owner);
    }
    Set<String> people = new TreeSet<>();
    int start = view.node(owner);
    Set<Integer> seen = new HashSet<>();
    int[] frontier = start == GraphView.NONE ? new int[0] : new int[] {start};
    while (frontier.length > 0) {
      Set<Integer> next = new HashSet<>();
      view.reach(
          frontier,
          DOWN,
          node -> {
            if (seen.add(node)) {
              next.add(node);
            }
          });
      next.stream().map(view::ref).filter(ref -> ref.startsWith(USER)).forEach(people::add);
      frontier = next.stream().mapToInt(Integer::intValue).toArray();
    }
    return List.copyOf(people);
  }
}
