package dev.portolan.scorecard.graph;

import dev.portolan.events.EntityRef;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The facts of all entities that exist, as they were at one moment. Immutable. */
public final class CatalogFacts {
  /** Of a catalog in which nothing exists. */
  public static final CatalogFacts EMPTY = new CatalogFacts(new Refs(), new int[0]);

  static final int NUMBERS = 4;
  static final int MISSING = -1;

  private final Refs refs;

  /**
   * Four of each ref, in the order of {@link GraphFacts}; {@link #MISSING} where nothing exists.
   */
  private final int[] numbers;

  /** Takes the array over. */
  CatalogFacts(Refs refs, int[] numbers) {
    this.refs = refs;
    this.numbers = numbers;
  }

  /** The facts of an entity; null when it does not exist. */
  public @Nullable GraphFacts of(EntityRef ref) {
    int number = refs.find(ref);
    return number == Refs.NONE || !exists(number) ? null : at(number);
  }

  /** Tells of all entities, in no particular order. */
  public void forEach(BiConsumer<EntityRef, GraphFacts> consumer) {
    for (int number = 0; number < refs.bound(); number++) {
      EntityRef ref = refs.at(number);
      if (ref != null && exists(number)) {
        consumer.accept(ref, at(number));
      }
    }
  }

  /**
   * The entities whose facts are not what they were, with what they are. An entity that did not
   * exist is among them; one that does not exist any more is not, as it has no facts.
   */
  public Map<EntityRef, GraphFacts> changedSince(CatalogFacts previous) {
    Map<EntityRef, GraphFacts> changed = new HashMap<>();
    for (int number = 0; number < refs.bound(); number++) {
      EntityRef ref = refs.at(number);
      if (ref != null && exists(number) && !isAsIn(previous, ref, number)) {
        changed.put(ref, at(number));
      }
    }
    return changed;
  }

  private boolean isAsIn(CatalogFacts previous, EntityRef ref, int number) {
    boolean kept = number < previous.refs.bound() && ref.equals(previous.refs.at(number));
    int then = kept ? number : previous.refs.find(ref);
    return then != Refs.NONE
        && Arrays.equals(
            numbers,
            number * NUMBERS,
            (number + 1) * NUMBERS,
            previous.numbers,
            then * NUMBERS,
            (then + 1) * NUMBERS);
  }

  private boolean exists(int number) {
    return numbers[number * NUMBERS] != MISSING;
  }

  private GraphFacts at(int number) {
    int first = number * NUMBERS;
    return new GraphFacts(
        numbers[first], numbers[first + 1], numbers[first + 2], numbers[first + 3]);
  }
}
