package dev.portolan.search.query.language;

import dev.portolan.search.query.SearchText;
import dev.portolan.search.query.language.Condition.Not;
import dev.portolan.search.query.language.Condition.Phrase;
import dev.portolan.search.query.language.Piece.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person typed: words to look for, and conditions that must hold.
 *
 * @param text the words, those in quotes too
 * @param conditions all of which must hold
 */
public record Query(SearchText text, List<Condition> conditions) {
  /** The most conditions of one text. */
  public static final int MOST_CONDITIONS = 20;

  /** Asks for everything. */
  public static final Query EMPTY = new Query(SearchText.EMPTY, List.of());

  /**
   * Reads what was typed.
   *
   * @param now from when on ages are counted back
   * @throws dev.portolan.search.query.InvalidSearchException when it is too long, or a key or value
   *     is none; the message says at which character
   */
  public static Query of(String typed, Instant now) {
    SearchText.checkLength(typed);
    List<String> words = new ArrayList<>();
    List<Condition> conditions = new ArrayList<>();
    for (Piece piece : Piece.of(typed)) {
      Optional<Key> key = key(piece);
      if (key.isPresent()) {
        Condition condition = condition(key.get(), piece, now);
        conditions.add(piece.negated() ? new Not(condition) : condition);
      } else if (piece.negated()) {
        conditions.add(new Not(new Phrase(piece.written())));
      } else {
        words.add(piece.written());
        if (isPhrase(piece)) {
          conditions.add(new Phrase(piece.written()));
        }
      }
      if (conditions.size() > MOST_CONDITIONS) {
        throw Mistake.at(
            piece.start(), "At most " + MOST_CONDITIONS + " conditions are taken in one search.");
      }
    }
    return new Query(SearchText.of(String.join(" ", words)), List.copyOf(conditions));
  }

  /** Where what stands before the colon is no key it must look like something else to be words. */
  private static Optional<Key> key(Piece piece) {
    String typed = piece.key();
    if (typed == null) {
      return Optional.empty();
    }
    Optional<Key> key = Key.of(typed);
    if (key.isEmpty() && !isAddress(piece)) {
      throw Mistake.at(
          piece.negated() ? piece.start() + 1 : piece.start(),
          "There is no key %s%s. There are %s; put it in quotes to look for it as text."
              .formatted(
                  typed,
                  Mistake.didYouMean(typed, Key.typedOfAll()),
                  String.join(", ", Key.typedOfAll())));
    }
    return key;
  }

  /** A reference, the address of a page, or a word with a colon behind it. */
  private static boolean isAddress(Piece piece) {
    String value = piece.values().getFirst().text();
    return value.isEmpty() || value.contains("/") || value.startsWith(":");
  }

  private static Condition condition(Key key, Piece piece, Instant now) {
    for (Value value : piece.values()) {
      if (value.text().isBlank()) {
        throw Key.at(value, "%s: needs a value, such as %s.".formatted(key.typed(), key.usage()));
      }
    }
    return key.condition(piece.values(), now);
  }

  private static boolean isPhrase(Piece piece) {
    return piece.values().getFirst().quoted() && !SearchText.of(piece.written()).words().isEmpty();
  }
}
