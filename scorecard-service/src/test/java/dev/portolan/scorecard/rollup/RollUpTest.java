package dev.portolan.scorecard.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RollUpTest {
  private static final Map<String, List<String>> PARENTS =
      Map.of("group:pay", List.of("group:shop"), "group:web", List.of("group:shop"));

  @Test
  void aTeamCountsForItselfAndForThoseAboveIt() {
    Map<String, Tally> tallies =
        RollUp.of(
            List.of(
                new Placed("component:a", "gold", 4, 4, List.of("group:pay")),
                new Placed("component:b", null, 1, 4, List.of("group:web"))),
            PARENTS);

    assertThat(tallies.get("group:pay")).isEqualTo(new Tally(1, 4, 4, Map.of("gold", 1L)));
    assertThat(tallies.get("group:shop")).isEqualTo(new Tally(2, 5, 8, Map.of("gold", 1L, "", 1L)));
    assertThat(tallies.getOrDefault("group:shop", Tally.EMPTY).percentage()).isEqualTo(62.5);
  }

  @Test
  void whatTwoTeamsOwnCountsOnceForWhoIsAboveBoth() {
    Map<String, Tally> tallies =
        RollUp.of(
            List.of(new Placed("component:a", "gold", 4, 4, List.of("group:pay", "group:web"))),
            PARENTS);

    assertThat(tallies.getOrDefault("group:shop", Tally.EMPTY).entities()).isEqualTo(1);
  }

  @Test
  void aCircleOfGroupsEndsWhereItBegan() {
    Map<String, Tally> tallies =
        RollUp.of(
            List.of(new Placed("component:a", null, 0, 1, List.of("group:x"))),
            Map.of("group:x", List.of("group:y"), "group:y", List.of("group:x")));

    assertThat(tallies).containsOnlyKeys("group:x", "group:y");
  }

  /** Whoever can be reached by going up counts the entity: said by a search for each pair. */
  @Test
  void agreesWithASearchFromEveryEntityOnRandomTrees() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Map<String, List<String>> parents = new HashMap<>();
      for (int group = 0; group < 12; group++) {
        List<String> above = new ArrayList<>();
        random.ints(random.nextInt(3), 0, 12).forEach(parent -> above.add("group:" + parent));
        parents.put("group:" + group, above);
      }
      List<Placed> entities = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        List<String> places = new ArrayList<>();
        random.ints(random.nextInt(3), 0, 12).forEach(place -> places.add("group:" + place));
        entities.add(new Placed("component:" + i, null, random.nextInt(5), 5, List.copyOf(places)));
      }

      Map<String, Long> points = new TreeMap<>();
      RollUp.of(entities, parents).forEach((group, tally) -> points.put(group, tally.points()));

      assertThat(points).as("seed %d", seed).isEqualTo(bySearch(entities, parents));
    }
  }

  private static Map<String, Long> bySearch(
      List<Placed> entities, Map<String, List<String>> parents) {
    Map<String, Long> points = new TreeMap<>();
    for (Placed entity : entities) {
      Set<String> reached = new TreeSet<>();
      entity.places().forEach(place -> climb(place, parents, reached));
      reached.forEach(group -> points.merge(group, (long) entity.points(), Long::sum));
    }
    return points;
  }

  private static void climb(String place, Map<String, List<String>> parents, Set<String> reached) {
    if (reached.add(place)) {
      parents.getOrDefault(place, List.of()).forEach(parent -> climb(parent, parents, reached));
    }
  }
}
