package dev.portolan.search.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A reason for which a hit has points.
 *
 * @param group of all reasons of a group the one with the most points counts
 * @param why in words
 * @param points how many
 */
public record Explanation(String group, String why, double points) {
  private static final String SEPARATOR = "\u001f";

  /** As Elasticsearch carries it, with the part of a query that it explains. */
  public String encoded() {
    return String.join(SEPARATOR, group, why, Double.toString(points));
  }

  /** Reads what {@link #encoded} wrote. */
  public static Explanation decode(String text) {
    String[] parts = text.split(SEPARATOR, -1);
    return new Explanation(parts[0], parts[1], Double.parseDouble(parts[2]));
  }

  /** The reasons that count, of all that hold, in the order of their points. */
  public static List<Explanation> thatCount(List<Explanation> all) {
    Map<String, Explanation> best = new TreeMap<>();
    all.forEach(each -> best.merge(each.group(), each, (a, b) -> a.points() >= b.points() ? a : b));
    List<Explanation> counting = new ArrayList<>(best.values());
    counting.sort(Comparator.comparingDouble(Explanation::points).reversed());
    return counting;
  }
}
