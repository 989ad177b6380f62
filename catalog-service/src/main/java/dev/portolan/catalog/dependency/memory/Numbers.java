package dev.portolan.catalog.dependency.memory;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of texts, given in order and never taken back. One writer gives them; readers look
 * only for those below the size of the state that they hold.
 */
final class Numbers {
  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

  int give(String text) {
    Integer number = numbers.get(text);
    if (number == null) {
      number = numbers.size();
      numbers.put(text, number);
    }
    return number;
  }

  @Nullable Integer of(String text) {
    return numbers.get(text);
  }

  int size() {
    return numbers.size();
  }

  Set<String> texts() {
    return Set.copyOf(numbers.keySet());
  }
}
