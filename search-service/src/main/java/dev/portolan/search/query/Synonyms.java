package dev.portolan.search.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Other words for words. They are looked for when somebody searches and are not in the index, so
 * that a change of them needs no rebuild.
 *
 * @param byWord the others, by a word in lower case
 */
public record Synonyms(Map<String, List<String>> byWord) {
  /** There are none. */
  public static final Synonyms NONE = new Synonyms(Map.of());

  /**
   * Reads rules in the manner of Elasticsearch: {@code k8s, kubernetes} goes either way, {@code pg
   * => postgres, postgresql} one way.
   *
   * @throws IllegalArgumentException when a rule is neither
   */
  public static Synonyms of(List<String> rules) {
    Map<String, List<String>> byWord = new LinkedHashMap<>();
    for (String rule : rules) {
      String[] sides = rule.split("=>", -1);
      List<String> left = words(sides[0]);
      List<String> right = sides.length == 2 ? words(sides[1]) : left;
      if (sides.length > 2
          || left.isEmpty()
          || right.isEmpty()
          || (sides.length == 1 && left.size() < 2)) {
        throw new IllegalArgumentException(
            "The synonyms \"%s\" are neither \"a, b\" nor \"a => b\"".formatted(rule));
      }
      left.forEach(word -> add(byWord, word, right));
    }
    return new Synonyms(byWord);
  }

  /** The other words for a word. */
  public List<String> of(String word) {
    return byWord.getOrDefault(word.toLowerCase(Locale.ROOT), List.of());
  }

  private static void add(Map<String, List<String>> byWord, String word, List<String> others) {
    List<String> all = byWord.computeIfAbsent(word, _ -> new ArrayList<>());
    others.stream().filter(other -> !other.equals(word)).forEach(all::add);
  }

  private static List<String> words(String side) {
    return Arrays.stream(side.split(",", -1))
        .map(word -> word.strip().toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
