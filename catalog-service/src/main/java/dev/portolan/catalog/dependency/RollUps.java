package dev.portolan.catalog.dependency;

import dev.portolan.catalog.dependency.Impact.DepthCount;
import dev.portolan.catalog.dependency.Impact.KeyCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what was reached. */
final class RollUps {
  private final List<DepthCount> byDepth = new ArrayList<>();
  private final Map<String, Integer> kinds = new HashMap<>();
  private final Map<String, String> kindsAsWritten = new HashMap<>();
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

  List<KeyCount> byKind() {
    Map<String, Integer> counts = new HashMap<>();
    kinds.forEach(
        (kind, count) ->
            counts.merge(kindsAsWritten.getOrDefault(kind, kind), count, Integer::sum));
    return sorted(counts);
  }

  List<KeyCount> byOwner() {
    return sorted(owners);
  }

  /** What does not exist is of the kind that its reference says, in lower case. */
  private void count(GraphView view, int node) {
    @Nullable String written = view.kind(node);
    String kind;
    if (written == null) {
      String ref = view.ref(node);
      kind = ref.substring(0, ref.indexOf(':'));
    } else {
      kind = written.toLowerCase(Locale.ROOT);
      kindsAsWritten.putIfAbsent(kind, written);
    }
    kinds.merge(kind, 1, Integer::sum);
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
