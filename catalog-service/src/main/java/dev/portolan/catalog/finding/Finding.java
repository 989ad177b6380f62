package dev.portolan.catalog.finding;

import java.util.List;

/**
 * Something that was found.
 *
 * @param ref the entity that it is about
 * @param weight the greater, the worse; {@link FindingKind} says what it counts
 * @param related the others that belong to it, such as the rest of a cycle, at most {@link
 *     #MOST_RELATED}
 */
public record Finding(String ref, double weight, List<String> related) {
  /** The most others that are named. */
  public static final int MOST_RELATED = 100;

  /** A finding about an entity alone. */
  static Finding of(String ref, double weight) {
    return new Finding(ref, weight, List.of());
  }

  /** The first of the others; empty when there are none. */
  String firstRelated() {
    return related.isEmpty() ? "" : related.getFirst();
  }
}
