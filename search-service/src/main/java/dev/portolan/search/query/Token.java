package dev.portolan.search.query;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word within a text, as the index sees it: see the analyzer {@code words} in index.json.
 *
 * @param start where it starts in the text
 * @param end where it ends, exclusive
 * @param folded itself in lower case and without accents
 */
record Token(int start, int end, String folded) {

  /** Words of letters and digits; a capital after a small letter starts another one. */
  static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    int start = -1;
    int before = ' ';
    for (int at = 0; at < text.length(); at += Character.charCount(before)) {
      int c = text.codePointAt(at);
      boolean isPart = isPart(c);
      if (start >= 0 && (!isPart || breaks(before, c))) {
        tokens.add(token(text, start, at));
        start = -1;
      }
      if (start < 0 && isPart) {
        start = at;
      }
      before = c;
    }
    if (start >= 0) {
      tokens.add(token(text, start, text.length()));
    }
    return tokens;
  }

  private static boolean isPart(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.OTHER_SYMBOL;
  }

  private static boolean breaks(int before, int c) {
    return (Character.isLowerCase(before) && Character.isUpperCase(c))
        || Character.isIdeographic(before)
        || Character.isIdeographic(c);
  }

  private static Token token(String text, int start, int end) {
    return new Token(start, end, folded(text.substring(start, end)));
  }

  private static String folded(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.chars().allMatch(c -> c < 0x80)) {
      return lower;
    }
    return Normalizer.normalize(lower, Form.NFD).replaceAll("\\p{Mn}+", "").replace("ß", "ss");
  }
}
