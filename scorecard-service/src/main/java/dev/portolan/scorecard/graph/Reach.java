package dev.portolan.scorecard.graph;

import java.util.Arrays;

/**
 * Counts for each component how many nodes it reaches in others. A set of all that is reached would
 * take as many bits as there are pairs; so the components that are reached are taken some hundreds
 * at a time, and their bits go up from each to those that reach it. A turn looks only at what
 * reaches one of its own, which is little where the numbers of neighbours are near each other.
 */
final class Reach {
  /** A row is a cache line. Measured: 4 are no quicker, 16 take up to twice as long. */
  private static final int WORDS = 8;

  private static final int COLUMNS = WORDS * Long.SIZE;

  private final Adjacency reachedFrom;
  private final int[] sizes;
  private final int[] counts;

  /** Of each component a row of bits, clean between turns. */
  private final long[] rows;

  /** Whose row has bits that were not yet counted and given on, a bit for each component. */
  private final long[] waiting;

  /** The components of this turn. */
  private final int[] columns = new int[COLUMNS];

  /** The columns of this turn that stand for more than one node. */
  private final long[] wide = new long[WORDS];

  private Reach(Adjacency reachedFrom, int[] sizes) {
    this.reachedFrom = reachedFrom;
    this.sizes = sizes;
    this.counts = new int[sizes.length];
    this.rows = new long[Math.multiplyExact(sizes.length, WORDS)];
    this.waiting = new long[(sizes.length + Long.SIZE - 1) / Long.SIZE];
  }

  /**
   * Counts.
   *
   * @param reachedFrom the steps from each component back to those that reach it, all to higher
   *     numbers
   * @param sizes how many nodes each component has
   */
  static int[] count(Adjacency reachedFrom, int[] sizes) {
    Reach reach = new Reach(reachedFrom, sizes);
    int taken = 0;
    for (int component = 0; component < sizes.length; component++) {
      if (!reachedFrom.isEnd(component)) {
        reach.columns[taken++] = component;
      }
      if (taken == COLUMNS || (taken > 0 && component == sizes.length - 1)) {
        reach.turn(taken);
        taken = 0;
      }
    }
    return reach.counts;
  }

  private void turn(int taken) {
    Arrays.fill(wide, 0);
    for (int column = 0; column < taken; column++) {
      int component = columns[column];
      waiting[component / Long.SIZE] |= 1L << component;
      if (sizes[component] > 1) {
        wide[column / Long.SIZE] |= 1L << column;
      }
    }
    int own = 0;
    for (int word = columns[0] / Long.SIZE; word < waiting.length; word++) {
      while (waiting[word] != 0) {
        int component = word * Long.SIZE + Long.numberOfTrailingZeros(waiting[word]);
        waiting[word] &= waiting[word] - 1;
        count(component);
        if (own < taken && columns[own] == component) {
          rows[component * WORDS + own / Long.SIZE] |= 1L << own;
          own++;
        }
        giveOn(component);
      }
    }
  }

  private void count(int component) {
    int row = component * WORDS;
    int count = 0;
    for (int word = 0; word < WORDS; word++) {
      long bits = rows[row + word];
      count += Long.bitCount(bits);
      for (long left = bits & wide[word]; left != 0; left &= left - 1) {
        count += sizes[columns[word * Long.SIZE + Long.numberOfTrailingZeros(left)]] - 1;
      }
    }
    counts[component] += count;
  }

  private void giveOn(int component) {
    int row = component * WORDS;
    for (int place = reachedFrom.first(component); place < reachedFrom.behind(component); place++) {
      int above = reachedFrom.end(place);
      waiting[above / Long.SIZE] |= 1L << above;
      int rowAbove = above * WORDS;
      for (int word = 0; word < WORDS; word++) {
        rows[rowAbove + word] |= rows[row + word];
      }
    }
    Arrays.fill(rows, row, row + WORDS, 0);
  }
}
