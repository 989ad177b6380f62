package dev.portolan.search.query.language;

import dev.portolan.search.query.InvalidSearchException;
import dev.portolan.search.query.Misspelling;
import java.util.Collection;
import java.util.Locale;

/** Says what is wrong with what was typed, and where. */
final class Mistake {
  private Mistake() {}

  /**
   * A mistake at a character.
   *
   * @param at its place, from 0; people count from 1
   */
  static InvalidSearchException at(int at, String message) {
    return new InvalidSearchException("text", "At character %d: %s".formatted(at + 1, message), at);
  }

  /** A question, where one of these looks like what was meant; else nothing. */
  static String didYouMean(String typed, Collection<String> known) {
    String lower = typed.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(name -> isClose(lower, name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .map(" (did you mean %s?)"::formatted)
        .orElse("");
  }

  private static boolean isClose(String typed, String name) {
    return Misspelling.of(typed, name)
        || (typed.length() > 1 && (name.startsWith(typed) || typed.startsWith(name)));
  }
}
