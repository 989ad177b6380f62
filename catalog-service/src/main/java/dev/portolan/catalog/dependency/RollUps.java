package dev.portolan.catalog.dependency;

import dev.portolan.catalog.dependency.Impact.DepthCount;
import dev.portolan.catalog.dependency.Impact.KeyCount;
import dev.portolan.catalog.projection.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Counts what was reached and a filter lets through. Many entities share one instance of facts;
 * each instance is looked at once, and by identity, which is what makes this quick.
 */
final class RollUps {
  private static final class Group {
    final Facts facts;
    final @Nullable String domain;
    final boolean counts;
    int count;

    Group(Facts facts, @Nullable String domain, boolean counts) {
      this.facts = facts;
      this.domain = domain;
      this.counts = counts;
    }
  }

  private final GraphView view;
  private final ImpactFilter filter;
  private final Domains domains;
  private final List<DepthCount> byDepth = new ArrayList<>();
  private final IdentityHashMap<Facts, Group> groups = new IdentityHashMap<>();
  private final Map<String, Integer> kindsOfNothing = new HashMap<>();
  private int total;

  RollUps(GraphView view, Levels levels, ImpactFilter filter) {
    this.view = view;
    this.filter = filter;
    this.domains = new Domains(view);
    for (int depth = 1; depth <= levels.deepest(); depth++) {
      int before = total;
      for (int node : levels.at(depth)) {
        count(node);
      }
      if (total > before) {
        byDepth.add(new DepthCount(depth, total - before));
      }
    }
  }

  /** Whether the filter lets a node through. */
  boolean counts(int node) {
    Facts facts = view.facts(node);
    return facts == null ? filter.letsAllThrough() : group(facts).counts;
  }

  int total() {
    return total;
  }

  List<DepthCount> byDepth() {
    return byDepth;
  }

  /** The depth of what is farthest; 0 when nothing was counted. */
  int deepest() {
    return byDepth.isEmpty() ? 0 : byDepth.getLast().depth();
  }

  /** What does not exist has a kind by its reference; in the case in which others write it. */
  List<KeyCount> byKind() {
    Map<String, Integer> counts = countsBy(group -> group.facts.kind());
    Map<String, String> asWritten = new HashMap<>();
    counts.keySet().forEach(kind -> asWritten.put(kind.toLowerCase(Locale.ROOT), kind));
    kindsOfNothing.forEach(
        (kind, count) -> counts.merge(asWritten.getOrDefault(kind, kind), count, Integer::sum));
    return KeyCount.sorted(counts);
  }

  List<KeyCount> byOwner() {
    return by(group -> group.facts.owner());
  }

  List<KeyCount> bySystem() {
    return by(group -> group.facts.system());
  }

  List<KeyCount> byDomain() {
    return by(group -> group.domain);
  }

  List<KeyCount> byTier() {
    return by(group -> group.facts.tier());
  }

  List<KeyCount> byLifecycle() {
    return by(group -> group.facts.lifecycle());
  }

  private void count(int node) {
    Facts facts = view.facts(node);
    if (facts != null) {
      Group group = group(facts);
      group.count++;
      total += group.counts ? 1 : 0;
    } else if (filter.letsAllThrough()) {
      String ref = view.ref(node);
      kindsOfNothing.merge(ref.substring(0, ref.indexOf(':')), 1, Integer::sum);
      total++;
    }
  }

  private Group group(Facts facts) {
    Group known = groups.get(facts);
    if (known == null) {
      String domain = domains.around(facts);
      known = new Group(facts, domain, filter.letsThrough(facts, domain));
      groups.put(facts, known);
    }
    return known;
  }

  private List<KeyCount> by(Function<Group, @Nullable String> key) {
    return KeyCount.sorted(countsBy(key));
  }

  private Map<String, Integer> countsBy(Function<Group, @Nullable String> key) {
    Map<String, Integer> counts = new HashMap<>();
    for (Group group : groups.values()) {
      String text = key.apply(group);
      if (group.counts && group.count > 0 && text != null) {
        counts.merge(text, group.count, Integer::sum);
      }
    }
    return counts;
  }
}
