package dev.portolan.catalog.dependency;

import dev.portolan.catalog.projection.Facts;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Facts by number. Entities of which the same is true share a number, and each key that they are
 * counted by has a number too: to count a hundred thousand entities is to add in arrays.
 *
 * <p>One writer gives numbers, in order, and takes none back. So a reader may look, without a lock,
 * for every number that it was given by a view.
 */
public final class FactsTable {
  private static final int[] EMPTY = new int[0];

  private final Map<Facts, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> keyNumbers = new HashMap<>();
  private volatile Facts[] facts = new Facts[0];
  private volatile String[] keys = new String[64];

  /** For each roll-up the number of the key that facts have, plus one; 0 for those without. */
  private volatile Map<RollUp, int[]> columns = Map.of();

  private volatile int size;
  private volatile int keyCount;

  /** A table of one's own that begins with the same numbers. */
  public FactsTable copy() {
    FactsTable copy = new FactsTable();
    int length = size;
    for (int number = 0; number < length; number++) {
      copy.give(facts[number]);
    }
    return copy;
  }

  /** The number of the facts, which they get if they have none. The writer's. */
  public int give(Facts one) {
    Integer known = numbers.get(one);
    if (known != null) {
      return known;
    }
    int number = size;
    if (number == facts.length) {
      grow(Math.max(64, number * 2));
    }
    facts[number] = one;
    columns.forEach(
        (rollUp, column) -> {
          String key = rollUp.own(one);
          column[number] = key == null ? 0 : giveKey(key) + 1;
        });
    numbers.put(one, number);
    size = number + 1;
    return number;
  }

  /** How many facts there are. */
  int size() {
    return size;
  }

  Facts get(int number) {
    return facts[number];
  }

  /** How many keys there are. */
  public int keyCount() {
    return keyCount;
  }

  /** The text of a key. */
  public String key(int key) {
    return keys[key];
  }

  /** For each number of facts the number of the key that they have themselves, plus one; or 0. */
  int[] ownKeys(RollUp rollUp) {
    return columns.getOrDefault(rollUp, EMPTY);
  }

  private int giveKey(String key) {
    Integer known = keyNumbers.get(key);
    if (known != null) {
      return known;
    }
    int number = keyCount;
    if (number == keys.length) {
      keys = Arrays.copyOf(keys, number * 2);
    }
    keys[number] = key;
    keyNumbers.put(key, number);
    keyCount = number + 1;
    return number;
  }

  private void grow(int length) {
    facts = Arrays.copyOf(facts, length);
    Map<RollUp, int[]> longer = new EnumMap<>(RollUp.class);
    for (RollUp rollUp : RollUp.values()) {
      longer.put(rollUp, Arrays.copyOf(ownKeys(rollUp), length));
    }
    columns = longer;
  }
}
