package dev.portolan.search.query;

import dev.portolan.search.indexing.SearchDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what was perhaps meant, from what a search with tolerance for misspellings found. */
public final class Correction {
  private Correction() {}

  /**
   * The text with the words that most of these have in place of those that none has.
   *
   * @param found the best hits
   * @return null when each word is there as it was typed, or nothing comes near it
   */
  public static @Nullable String of(SearchText text, List<SearchDocument> found) {
    List<Set<String>> vocabularies = found.stream().map(Correction::words).toList();
    List<String> corrected = new ArrayList<>();
    for (String word : text.words()) {
      for (Token token : Token.of(word)) {
        String better = better(token.folded(), vocabularies);
        if (better == null) {
          return null;
        }
        corrected.add(better);
      }
    }
    List<String> typed =
        text.words().stream().flatMap(word -> Token.of(word).stream()).map(Token::folded).toList();
    return corrected.equals(typed) ? null : String.join(" ", corrected);
  }

  private static @Nullable String better(String typed, List<Set<String>> vocabularies) {
    if (vocabularies.stream().flatMap(Set::stream).anyMatch(word -> word.startsWith(typed))) {
      return typed;
    }
    Map<String, Integer> counts = new HashMap<>();
    for (Set<String> vocabulary : vocabularies) {
      vocabulary.stream()
          .filter(word -> Misspelling.of(typed, word))
          .forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private static Set<String> words(SearchDocument document) {
    Set<String> words = new LinkedHashSet<>();
    Stream.concat(
            Stream.of(
                    document.name(), document.title(), document.ownerName(), document.description())
                .filter(Objects::nonNull),
            Stream.concat(document.tags().stream(), document.aliases().stream()))
        .flatMap(text -> Token.of(text).stream())
        .forEach(token -> words.add(token.folded()));
    return words;
  }
}
