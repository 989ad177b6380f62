package dev.portolan.catalog.dependency;

import java.util.List;
import java.util.Set;

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
    int group = view.node(owner);
    return group == GraphView.NONE
        ? List.of()
        : Levels.search(view, group, DOWN)
            .nodes()
            .mapToObj(view::ref)
            .filter(ref -> ref.startsWith(USER))
            .sorted()
            .toList();
  }
}
