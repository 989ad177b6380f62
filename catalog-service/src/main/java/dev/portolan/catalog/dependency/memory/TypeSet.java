package dev.portolan.catalog.dependency.memory;

/** Some of the types of edges, by their numbers. */
final class TypeSet {
  private static final int MOST_BITS = 63;

  private final boolean[] types;

  /** A bit for each of them; one for all from {@link #MOST_BITS} on. */
  private final long bits;

  /**
   * Takes the array over.
   *
   * @param types for each type whether it is one of these
   */
  TypeSet(boolean[] types) {
    this.types = types;
    long set = 0;
    for (int type = 0; type < types.length; type++) {
      set |= types[type] ? bit(type) : 0;
    }
    this.bits = set;
  }

  /** The bit of a type. */
  static long bit(int type) {
    return 1L << Math.min(type, MOST_BITS);
  }

  boolean isEmpty() {
    return bits == 0;
  }

  boolean has(int type) {
    return type < types.length && types[type];
  }

  /** Whether none of those types is among these. */
  boolean hasNone(long bitsOfOthers) {
    return (bitsOfOthers & bits) == 0;
  }

  /** Whether all of those types are among these for certain: what shares a bit is not. */
  boolean hasAll(long bitsOfOthers) {
    return (bitsOfOthers & ~bits) == 0 && bitsOfOthers >= 0;
  }
}
