package dev.portolan.system.journey;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Components that depend on each other at random, and change at random; the same ones each time.
 */
final class RandomOrganisation {
  private static final int COMPONENTS = 300;
  private static final int MOST_DEPENDENCIES = 3;

  private final RandomGenerator random =
      RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_126);
  private final Set<String> gone = new TreeSet<>();

  /**
   * What a source says of one component.
   *
   * @param document in one line of JSON; empty when it would speak of it no more
   */
  record Change(String ref, String document) {
    boolean isDeletion() {
      return document.isEmpty();
    }
  }

  /** All components as they are at first, in JSON Lines. */
  String atFirst() {
    return IntStream.range(0, COMPONENTS)
        .mapToObj(number -> described(name(number)))
        .collect(Collectors.joining("\n"));
  }

  /** What happens next: a component says something else, comes back or goes. */
  Change next() {
    String name = name(random.nextInt(COMPONENTS));
    String ref = "component:default/" + name;
    boolean goes = random.nextInt(4) == 0 && gone.add(name);
    if (goes) {
      return new Change(ref, "");
    }
    gone.remove(name);
    return new Change(ref, described(name));
  }

  private String described(String name) {
    List<String> dependencies =
        Stream.generate(() -> name(random.nextInt(COMPONENTS)))
            .limit(random.nextInt(MOST_DEPENDENCIES + 1))
            .filter(dependency -> !dependency.equals(name))
            .distinct()
            .map(dependency -> "\"component:default/" + dependency + "\"")
            .toList();
    return Source.component(name)
        .replace("\"owner\"", "\"dependsOn\":" + dependencies + ",\"owner\"");
  }

  private static String name(int number) {
    return "supposed-" + number;
  }
}
