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
  /** Below it the questions of {@link Character} have short answers; most texts never leave it. */
  private static final int FIRST_BEYOND_ASCII = 0x80;

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
    if (c < FIRST_BEYOND_ASCII) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.OTHER_SYMBOL;
  }

  private static boolean breaks(int before, int c) {
    if (before < FIRST_BEYOND_ASCII && c < FIRST_BEYOND_ASCII) {
      return before >= 'a' && before <= 'z' && c >= 'A' && c <= 'Z';
    }
    return (Character.isLowerCase(before) && Character.isUpperCase(c))
        || Character.isIdeographic(before)
        || Character.isIdeographic(c);
  }

  private static Token token(String text, int start, int end) {
    return new Token(start, end, folded(text.substring(start, end)));
  }

  private static String folded(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (isAscii(lower)) {
      return lower;
    }
    return Normalizer.normalize(lower, Form.NFD).replaceAll("\\p{Mn}+", "").replace("ß", "ss");
  }

  private static boolean isAscii(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= FIRST_BEYOND_ASCII) {
        return false;
      }
    }
    return true;
  }
}
