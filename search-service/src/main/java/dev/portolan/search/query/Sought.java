package dev.portolan.search.query;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a search as they are looked for in a text.
 *
 * @param parts words, and parts of words such as {@code checkout-api}
 * @param tolerant whether misspelt ones count
 */
record Sought(List<Part> parts, boolean tolerant) {

  /**
   * A word, or a part of one.
   *
   * @param open whether the text may go on after it: it is the last part of its word
   */
  record Part(String folded, boolean open) {
    boolean matches(String token, boolean tolerant) {
      return token.equals(folded)
          || (open && token.startsWith(folded))
          || (tolerant && Misspelling.of(folded, token));
    }
  }

  static Sought of(SearchText text, boolean tolerant) {
    List<Part> parts = new ArrayList<>();
    for (String word : text.words()) {
      addParts(parts, word);
      text.synonyms().of(word).forEach(synonym -> addParts(parts, synonym));
    }
    return new Sought(parts, tolerant);
  }

  private static void addParts(List<Part> parts, String word) {
    List<Token> tokens = Token.of(word);
    for (int i = 0; i < tokens.size(); i++) {
      parts.add(new Part(tokens.get(i).folded(), i == tokens.size() - 1));
    }
  }

  /** The number of the first part that the token matches, or -1. */
  int match(Token token) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).matches(token.folded(), tolerant)) {
        return i;
      }
    }
    return -1;
  }
}
