package dev.portolan.cli.importing.cql;

import java.util.Locale;

/**
 * A word or sign of an expression.
 *
 * @param text of a text what stands between its quotes, of all others what is written
 * @param offset where it begins, from 0
 */
record Token(Sort sort, String text, int offset) {

  enum Sort {
    WORD,
    TEXT,
    NUMBER,
    SIGN,
    END
  }

  boolean isSign(String sign) {
    return sort == Sort.SIGN && text.equals(sign);
  }

  /** Whether it is that word; {@code AND} and {@code and} are the same one. */
  boolean isWord(String word) {
    return sort == Sort.WORD && text.toLowerCase(Locale.ROOT).equals(word);
  }

  /** In words, for an error. */
  String shown() {
    return switch (sort) {
      case END -> "the end";
      case TEXT -> "the text \"" + text + "\"";
      case WORD, NUMBER, SIGN -> "'" + text + "'";
    };
  }
}
