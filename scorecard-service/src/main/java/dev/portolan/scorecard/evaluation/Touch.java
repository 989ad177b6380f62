package dev.portolan.scorecard.evaluation;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What changed for an entity, and what brought it.
 *
 * @param paths as {@link dev.portolan.scorecard.rule.Reads} names them
 * @param causes the first {@value #MOST_CAUSES} of the events: {@code group:default/payments@12}
 */
public record Touch(Set<String> paths, Set<String> causes) {
  /** What is told of more causes than these helps nobody. */
  static final int MOST_CAUSES = 3;

  /** Nothing changed yet. */
  public static Touch none() {
    return new Touch(new LinkedHashSet<>(), new LinkedHashSet<>());
  }

  /** Of one path, by these events. */
  public static Touch of(String path, Set<String> causes) {
    return of(Set.of(path), causes);
  }

  /** Of these paths, by these events. */
  public static Touch of(Set<String> paths, Set<String> causes) {
    Touch touch = none();
    touch.add(paths, causes);
    return touch;
  }

  void add(Set<String> morePaths, Set<String> moreCauses) {
    paths.addAll(morePaths);
    for (String cause : moreCauses) {
      if (causes.size() < MOST_CAUSES) {
        causes.add(cause);
      }
    }
  }

  /** Of either. */
  public Touch and(Touch other) {
    Touch both = none();
    both.add(paths, causes);
    both.add(other.paths, other.causes);
    return both;
  }
}
