package dev.portolan.catalog.rebuild;

import dev.portolan.catalog.projection.Drift;
import java.util.List;

/**
 * How the graph before differed from the one that took its place.
 *
 * @param compared references of the new graph, and those of the old one alone
 * @param different those of them at which they differed
 * @param examples of these, at most 100, in the order of references
 */
public record Comparison(long compared, long different, List<Drift> examples) {
  /** So many examples tell enough. */
  public static final int MOST_EXAMPLES = 100;
}
