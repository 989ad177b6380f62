package dev.portolan.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What owners are called. An entity names its owner by reference alone, and people by title; the
 * title is not in the entity's document, because it may change while the entity does not.
 */
public final class OwnerTitles {
  /** Nobody has one. */
  public static final OwnerTitles NONE = new OwnerTitles(new TreeMap<>());

  private static final int MOST_OWNERS = 1_000;

  private final NavigableMap<String, Set<String>> ownersByWord;

  private OwnerTitles(NavigableMap<String, Set<String>> ownersByWord) {
    this.ownersByWord = ownersByWord;
  }

  /** Takes titles by the references of their owners. */
  public static OwnerTitles of(Map<String, String> titles) {
    NavigableMap<String, Set<String>> ownersByWord = new TreeMap<>();
    titles.forEach(
        (owner, title) ->
            Token.of(title)
                .forEach(
                    token ->
                        ownersByWord
                            .computeIfAbsent(token.folded(), _ -> new TreeSet<>())
                            .add(owner)));
    return new OwnerTitles(ownersByWord);
  }

  /** The owners in whose title all parts of a word stand, of which the last may be a beginning. */
  public List<String> of(String word) {
    List<Token> parts = Token.of(word);
    if (parts.isEmpty() || ownersByWord.isEmpty()) {
      return List.of();
    }
    String last = parts.getLast().folded();
    Set<String> owners = new TreeSet<>();
    ownersByWord
        .subMap(last, true, last + Character.MAX_VALUE, true)
        .values()
        .forEach(owners::addAll);
    for (Token part : parts.subList(0, parts.size() - 1)) {
      owners.retainAll(ownersByWord.getOrDefault(part.folded(), Set.of()));
    }
    return new ArrayList<>(owners).subList(0, Math.min(owners.size(), MOST_OWNERS));
  }
}
