package dev.portolan.catalog.dependency.memory;

import dev.portolan.catalog.dependency.FactsTable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers at which node the key of some facts is: most keys are references, and numbers of nodes
 * are never taken back. Readers share it without a lock; what one of them forgets is looked up
 * again.
 */
final class KeyNodes {
  /** The number of the node, plus one; 0 where it was not looked up yet. */
  private volatile int[] nodes = new int[0];

  /** The number; null when the key is no reference that has one. */
  @Nullable Integer number(int key, FactsTable table, Numbers refs) {
    int[] known = nodes;
    if (key >= known.length) {
      known = Arrays.copyOf(known, Math.max(key + 1, table.keyCount()));
      nodes = known;
    }
    if (known[key] > 0) {
      return known[key] - 1;
    }
    Integer number = refs.of(table.key(key));
    if (number != null) {
      known[key] = number + 1;
    }
    return number;
  }
}
