package dev.portolan.search.query;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.List;

/**
 * What a person typed, taken as words and nothing else: no character has a meaning of its own.
 *
 * @param whole the text without control characters and superfluous space
 * @param words its words; those of punctuation alone are left out, because the index has none
 * @param synonyms what else is looked for in place of words
 */
public record SearchText(String whole, List<String> words, Synonyms synonyms) {
  /** The longest text, in characters. */
  public static final int LONGEST = 1_000;

  /** The most words that are searched for at once. */
  public static final int MOST_WORDS = 50;

  private static final int MOST_WORDS_WITH_SYNONYMS = 8;

  /** Everything, in the order of names. */
  public static final SearchText EMPTY = new SearchText("", List.of(), Synonyms.NONE);

  /**
   * Reads what was typed.
   *
   * @throws InvalidSearchException when it is too long or has too many words
   */
  public static SearchText of(String typed) {
    checkLength(typed);
    String whole = cleaned(typed);
    List<String> words =
        Arrays.stream(whole.split(" ", -1)).filter(SearchText::isSearchable).distinct().toList();
    if (words.size() > MOST_WORDS) {
      throw new InvalidSearchException(
          "text",
          "The text has "
              + words.size()
              + " different words; at most "
              + MOST_WORDS
              + " are searched for.");
    }
    return new SearchText(whole, words, Synonyms.NONE);
  }

  /**
   * Refuses what is too long to be read.
   *
   * @throws InvalidSearchException when it is
   */
  public static void checkLength(String typed) {
    if (typed.length() > LONGEST) {
      throw new InvalidSearchException(
          "text",
          "The text has "
              + typed.length()
              + " characters; at most "
              + LONGEST
              + " are searched for.");
    }
  }

  /**
   * The same text, where these are looked for too, unless it has many words: each costs its own.
   */
  public SearchText with(Synonyms others) {
    return words.size() > MOST_WORDS_WITH_SYNONYMS ? this : new SearchText(whole, words, others);
  }

  /** Whether nothing was typed: then everything is found. */
  public boolean isEmpty() {
    return whole.isEmpty();
  }

  /** How many words of the index one typed word is: {@code a-b.c} is three. */
  public static int parts(String word) {
    return Token.of(word).size();
  }

  private static String cleaned(String typed) {
    StringBuilder clean = new StringBuilder(typed.length());
    typed
        .codePoints()
        .map(c -> Character.isISOControl(c) || Character.isSpaceChar(c) ? ' ' : c)
        .filter(c -> Character.getType(c) != Character.FORMAT && !isSurrogate(c))
        .forEach(clean::appendCodePoint);
    return Normalizer.normalize(clean, Form.NFC).strip().replaceAll(" +", " ");
  }

  /** Half a pair: no UTF-8 can carry it. */
  private static boolean isSurrogate(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE;
  }

  private static boolean isSearchable(String word) {
    return word.codePoints()
        .anyMatch(
            c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_SYMBOL);
  }
}
