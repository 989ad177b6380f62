package dev.portolan.catalog.rebuild;

import dev.portolan.catalog.projection.Drift;
import java.util.List;

/**
 * How the graph before differed from the one that took its place.
 *
 * @param compared references of the new graph, and those of the old one alone
 * @param different those of them at which they differed
 * @param missing those of the different ones that the graph before did not know
 * @param surplus those of the different ones that it alone knew
 * @param examples of these, at most 100, in the order of references
 */
public record Comparison(
    long compared, long different, long missing, long surplus, List<Drift> examples) {
  /** So many examples tell enough. */
  public static final int MOST_EXAMPLES = 100;
}
