package dev.portolan.search.query.language;

import dev.portolan.search.query.SearchText;
import dev.portolan.search.query.language.Piece.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of what was typed so far, which may be only begun.
 *
 * @param before all before it
 * @param key for which a value is begun; null where it is a word or the key itself
 * @param beginning of the word, the key or the value; empty where nothing is begun
 */
public record Unfinished(String before, @Nullable Key key, String beginning) {

  /**
   * Reads the end of a text.
   *
   * @throws dev.portolan.search.query.InvalidSearchException when it is too long
   */
  public static Unfinished of(String typed) {
    SearchText.checkLength(typed);
    List<Piece> pieces = Piece.of(typed);
    if (pieces.isEmpty() || typed.endsWith(" ")) {
      return new Unfinished(typed, null, "");
    }
    Piece last = pieces.getLast();
    Value value = last.values().getLast();
    String name = last.key();
    Key key = name == null ? null : Key.of(name).orElse(null);
    if (name != null && key == null) {
      // A reference, perhaps, or the address of a page.
      int start = last.start() + (last.negated() ? 1 : 0);
      return new Unfinished(typed.substring(0, start), null, typed.substring(start));
    }
    return new Unfinished(typed.substring(0, value.start()), key, value.text());
  }

  /** The whole text with that in place of what was begun, in quotes where it needs them. */
  public String completed(String value) {
    boolean quotes = value.chars().anyMatch(c -> c == ' ' || c == ',') && value.indexOf('"') < 0;
    return before + (quotes ? "\"" + value + "\"" : value);
  }
}
