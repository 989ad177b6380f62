package dev.portolan.catalog.dependency;

import dev.portolan.catalog.dependency.Impact.KeyCount;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * How many entities have which key.
 *
 * @param distinct how many keys there are
 * @param counts the most frequent first, as many as were asked for
 */
public record RolledUp(int distinct, List<KeyCount> counts) {

  /** The first of those. */
  static RolledUp of(Map<String, Integer> sums, int first) {
    List<KeyCount> sorted = KeyCount.sorted(sums);
    return new RolledUp(sorted.size(), sorted.subList(0, Math.min(first, sorted.size())));
  }

  /**
   * The first of those; sorts no more than is asked for.
   *
   * @param sums how many entities each key has, by the key's number in the table
   */
  static RolledUp of(int[] sums, FactsTable table, int first) {
    PriorityQueue<KeyCount> most = new PriorityQueue<>(KeyCount.MOST_FREQUENT_FIRST.reversed());
    int distinct = 0;
    int least = 1;
    for (int key = 0; key < sums.length; key++) {
      distinct += sums[key] > 0 ? 1 : 0;
      if (sums[key] >= least) {
        most.add(new KeyCount(table.key(key), sums[key]));
      }
      if (most.size() > first) {
        most.remove();
        least = most.isEmpty() ? Integer.MAX_VALUE : most.element().count();
      }
    }
    return new RolledUp(distinct, most.stream().sorted(KeyCount.MOST_FREQUENT_FIRST).toList());
  }
}
