package dev.portolan.scorecard.rollup;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Adds up how entities stand for those to whom they belong, and for those above these. An entity
 * counts once for each of them, by however many ways it belongs to it.
 */
public final class RollUp {
  private RollUp() {}

  /**
   * The tallies, by the references of those to whom something belongs.
   *
   * @param entities how they stand
   * @param parents of each group, system or domain those directly above it
   */
  public static Map<String, Tally> of(
      Collection<Placed> entities, Map<String, List<String>> parents) {
    Map<String, Tally> tallies = new TreeMap<>();
    for (Placed entity : entities) {
      for (String place : above(entity.places(), parents)) {
        tallies.put(
            place,
            tallies
                .getOrDefault(place, Tally.EMPTY)
                .with(entity.level(), entity.points(), entity.possible()));
      }
    }
    return tallies;
  }

  /** These and all above them; a circle ends where it began. */
  static Set<String> above(Collection<String> places, Map<String, List<String>> parents) {
    Set<String> found = new HashSet<>(places);
    Deque<String> next = new ArrayDeque<>(found);
    while (!next.isEmpty()) {
      for (String parent : parents.getOrDefault(next.pop(), List.of())) {
        if (found.add(parent)) {
          next.push(parent);
        }
      }
    }
    return found;
  }

  /**
   * Who belongs to one, or to what is below it.
   *
   * @param owned by those to whom they belong directly, the entities
   */
  public static List<String> below(
      String place, Map<String, List<String>> owned, Map<String, List<String>> parents) {
    return owned.entrySet().stream()
        .filter(each -> above(List.of(each.getKey()), parents).contains(place))
        .flatMap(each -> each.getValue().stream())
        .distinct()
        .sorted()
        .toList();
  }
}
