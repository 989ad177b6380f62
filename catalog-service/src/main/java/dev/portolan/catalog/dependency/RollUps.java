package dev.portolan.catalog.dependency;

import dev.portolan.catalog.dependency.Impact.DepthCount;
import dev.portolan.catalog.dependency.Impact.KeyCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts what was reached and a filter lets through. */
final class RollUps {
  private enum Verdict {
    PASSES,
    STOPS
  }

  private final GraphView view;
  private final FactsTable table;
  private final ImpactFilter filter;
  private final boolean letsAllThrough;
  private final Domains domains;
  private final List<DepthCount> byDepth = new ArrayList<>();
  private final Map<String, Integer> kindsOfNothing = new HashMap<>();

  /** By the number of the facts: what the filter says of them, asked when they are first met. */
  private Verdict[] verdicts = new Verdict[0];

  /** By the number of the facts: how many of what was reached they are true of. */
  private final int[] counts;

  private int total;

  RollUps(GraphView view, Levels levels, ImpactFilter filter) {
    this.view = view;
    this.table = view.table();
    this.counts = new int[table.size()];
    this.filter = filter;
    this.letsAllThrough = filter.letsAllThrough();
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
    return letsAllThrough || passes(view.factsNumber(node));
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

  /**
   * The most frequent keys, and how many there are.
   *
   * @param first how many to name
   */
  RolledUp by(RollUp rollUp, int first) {
    return switch (rollUp) {
      case KIND -> byKind(first);
      case DOMAIN -> RolledUp.of(sumsByDomain(), table, first);
      case OWNER, SYSTEM, TIER, LIFECYCLE -> RolledUp.of(sums(rollUp), table, first);
    };
  }

  /** What does not exist has a kind by its reference; in the case in which others write it. */
  private RolledUp byKind(int first) {
    Map<String, Integer> sums = new HashMap<>();
    Map<String, String> asWritten = new HashMap<>();
    for (KeyCount kind : RolledUp.of(sums(RollUp.KIND), table, Integer.MAX_VALUE).counts()) {
      sums.put(kind.key(), kind.count());
      asWritten.put(kind.key().toLowerCase(Locale.ROOT), kind.key());
    }
    kindsOfNothing.forEach(
        (kind, count) -> sums.merge(asWritten.getOrDefault(kind, kind), count, Integer::sum));
    return RolledUp.of(sums, first);
  }

  private int[] sums(RollUp rollUp) {
    int[] sums = new int[table.keyCount()];
    int[] keys = table.ownKeys(rollUp);
    for (int facts = 0; facts < counts.length; facts++) {
      if (counts[facts] > 0 && keys[facts] > 0) {
        sums[keys[facts] - 1] += counts[facts];
      }
    }
    return sums;
  }

  private int[] sumsByDomain() {
    int[] sums = new int[table.keyCount()];
    for (int facts = 0; facts < counts.length; facts++) {
      int domain = counts[facts] > 0 ? domains.key(facts) : GraphView.NONE;
      if (domain != GraphView.NONE) {
        sums = domain < sums.length ? sums : Arrays.copyOf(sums, table.keyCount());
        sums[domain] += counts[facts];
      }
    }
    return sums;
  }

  private void count(int node) {
    int facts = view.factsNumber(node);
    if (!letsAllThrough && !passes(facts)) {
      return;
    }
    total++;
    if (facts == GraphView.NONE) {
      String ref = view.ref(node);
      kindsOfNothing.merge(ref.substring(0, ref.indexOf(':')), 1, Integer::sum);
    } else {
      counts[facts]++;
    }
  }

  private boolean passes(int facts) {
    if (facts == GraphView.NONE) {
      return letsAllThrough;
    }
    if (facts >= verdicts.length) {
      verdicts = Arrays.copyOf(verdicts, table.size());
    }
    if (verdicts[facts] == null) {
      int domain = domains.key(facts);
      String around = domain == GraphView.NONE ? null : table.key(domain);
      verdicts[facts] =
          filter.letsThrough(table.get(facts), around) ? Verdict.PASSES : Verdict.STOPS;
    }
    return verdicts[facts] == Verdict.PASSES;
  }
}
