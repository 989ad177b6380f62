package dev.portolan.catalog.dependency.memory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of texts, given in order and never taken back. One writer gives them; readers look
 * only for those below the size of the state that they hold.
 */
final class Numbers {
  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
  private final @Nullable Numbers below;

  /** How many are taken over from those below. */
  private final int first;

  Numbers() {
    this(null, 0);
  }

  private Numbers(@Nullable Numbers below, int first) {
    this.below = below;
    this.first = first;
  }

  /** Numbers of one's own for whatever is not among the first so many of these. */
  Numbers beside(int first) {
    return new Numbers(this, first);
  }

  /** Numbers of one's own for whatever has none yet. */
  Numbers beside() {
    return beside(size());
  }

  int give(String text) {
    Integer number = of(text);
    if (number == null) {
      number = size();
      numbers.put(text, number);
    }
    return number;
  }

  @Nullable Integer of(String text) {
    Integer number = below == null ? null : below.of(text);
    return number == null || number >= first ? numbers.get(text) : number;
  }

  int size() {
    return first + numbers.size();
  }

  /** The texts, each at the place of its number. Costs a look at all of them. */
  String[] texts() {
    Map<String, Integer> own = Map.copyOf(numbers);
    String[] texts = new String[first + own.size()];
    if (below != null) {
      System.arraycopy(below.texts(), 0, texts, 0, first);
    }
    own.forEach((text, number) -> texts[number] = text);
    return texts;
  }
}
