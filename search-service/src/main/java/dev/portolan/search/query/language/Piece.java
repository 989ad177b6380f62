package dev.portolan.search.query.language;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of what was typed, between two spaces.
 *
 * @param start where it begins, from 0
 * @param negated whether a minus stands before it
 * @param key what stands before its first colon; null without one, and where that is no name
 * @param values what stands after the colon, split at commas; without a key the whole of it, as one
 */
record Piece(int start, boolean negated, @Nullable String key, List<Value> values) {

  /**
   * A value.
   *
   * @param start where it begins, quotes included
   * @param quoted whether it stood in quotes
   */
  record Value(int start, String text, boolean quoted) {}

  /**
   * The pieces in their order. A quote that is never closed ends with the text: people still type.
   */
  static List<Piece> of(String typed) {
    List<Piece> pieces = new ArrayList<>();
    Reader reader = new Reader(typed);
    while (reader.skipSpace()) {
      pieces.add(reader.piece());
    }
    return pieces;
  }

  /** What was typed, quotes included where they matter. */
  String written() {
    StringBuilder text = new StringBuilder();
    if (key != null) {
      text.append(key).append(':');
    }
    for (int i = 0; i < values.size(); i++) {
      text.append(i == 0 ? "" : ",").append(values.get(i).text());
    }
    return text.toString();
  }

  private static final class Reader {
    private final String typed;
    private int at;

    Reader(String typed) {
      this.typed = typed;
    }

    boolean skipSpace() {
      while (at < typed.length() && isSpace(typed.charAt(at))) {
        at++;
      }
      return at < typed.length();
    }

    Piece piece() {
      int start = at;
      boolean negated =
          typed.charAt(at) == '-' && at + 1 < typed.length() && !isSpace(typed.charAt(at + 1));
      if (negated) {
        at++;
      }
      String key = key();
      List<Value> values = new ArrayList<>();
      do {
        values.add(value(key != null));
      } while (key != null && skip(','));
      return new Piece(start, negated, key, values);
    }

    private boolean skip(char wanted) {
      if (at < typed.length() && typed.charAt(at) == wanted) {
        at++;
        return true;
      }
      return false;
    }

    private @Nullable String key() {
      int end = at;
      while (end < typed.length() && isLetter(typed.charAt(end))) {
        end++;
      }
      if (end == at || end >= typed.length() || typed.charAt(end) != ':') {
        return null;
      }
      String key = typed.substring(at, end);
      at = end + 1;
      return key;
    }

    private Value value(boolean ofKey) {
      int start = at;
      if (at < typed.length() && typed.charAt(at) == '"') {
        int end = typed.indexOf('"', at + 1);
        int to = end < 0 ? typed.length() : end;
        at = Math.min(typed.length(), to + 1);
        return new Value(start, typed.substring(start + 1, to), true);
      }
      while (at < typed.length()
          && !isSpace(typed.charAt(at))
          && !(ofKey && typed.charAt(at) == ',')) {
        at++;
      }
      return new Value(start, typed.substring(start, at), false);
    }

    private static boolean isLetter(char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isSpace(char c) {
      return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }
  }
}
