package dev.portolan.system.data;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who depends on whom, and a search that shares nothing with the platform's. */
public final class Dependencies {
  private final Map<String, Set<String>> dependents = new HashMap<>();

  /** That the one depends on the others. */
  public void add(String dependent, Collection<String> dependencies) {
    for (String dependency : dependencies) {
      dependents.computeIfAbsent(dependency, ref -> new HashSet<>()).add(dependent);
    }
  }

  /** Everything on which something depends, in order. */
  public List<String> roots() {
    return List.copyOf(new TreeSet<>(dependents.keySet()));
  }

  /** How many steps away each of a root's dependents is, the root itself not among them. */
  public Map<String, Integer> depths(String root) {
    Map<String, Integer> depths = new HashMap<>(Map.of(root, 0));
    Deque<String> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      String next = open.remove();
      for (String dependent : dependents.getOrDefault(next, Set.of())) {
        if (!depths.containsKey(dependent)) {
          depths.put(dependent, depths.getOrDefault(next, 0) + 1);
          open.add(dependent);
        }
      }
    }
    depths.remove(root);
    return depths;
  }
}
