package dev.portolan.catalog.dependency;

import dev.portolan.catalog.dependency.Impact.DepthCount;
import dev.portolan.catalog.dependency.Impact.KeyCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts what was reached. */
final class RollUps {
  private final List<DepthCount> byDepth = new ArrayList<>();
  private final Map<String, Integer> kinds = new HashMap<>();
  private final Map<String, Integer> kindsOfNothing = new HashMap<>();
  private final Map<String, Integer> owners = new HashMap<>();
  private int total;

  RollUps(GraphView view, Levels levels) {
    for (int depth = 1; depth <= levels.deepest(); depth++) {
      int[] nodes = levels.at(depth);
      byDepth.add(new DepthCount(depth, nodes.length));
      total += nodes.length;
      for (int node : nodes) {
        count(view, node);
      }
    }
  }

  int total() {
    return total;
  }

  List<DepthCount> byDepth() {
    return byDepth;
  }

  /** What does not exist has a kind by its reference; in the case in which others write it. */
  List<KeyCount> byKind() {
    Map<String, String> asWritten = new HashMap<>();
    kinds.keySet().forEach(kind -> asWritten.put(kind.toLowerCase(Locale.ROOT), kind));
    Map<String, Integer> counts = new HashMap<>(kinds);
    kindsOfNothing.forEach(
        (kind, count) -> counts.merge(asWritten.getOrDefault(kind, kind), count, Integer::sum));
    return sorted(counts);
  }

  List<KeyCount> byOwner() {
    return sorted(owners);
  }

  private void count(GraphView view, int node) {
    String kind = view.kind(node);
    if (kind != null) {
      kinds.merge(kind, 1, Integer::sum);
    } else {
      String ref = view.ref(node);
      kindsOfNothing.merge(ref.substring(0, ref.indexOf(':')), 1, Integer::sum);
    }
    String owner = view.owner(node);
    if (owner != null) {
      owners.merge(owner, 1, Integer::sum);
    }
  }

  private static List<KeyCount> sorted(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> new KeyCount(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt(KeyCount::count).reversed().thenComparing(KeyCount::key))
        .toList();
  }
}
