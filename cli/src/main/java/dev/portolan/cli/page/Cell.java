package dev.portolan.cli.page;

import java.util.List;

/**
 * One thing that is said, or a short list.
 *
 * @param items without line ends or control characters, which would tear any page apart
 * @param more how many more there are than are named
 * @param exact whether they are names and values, and not words
 */
public record Cell(List<String> items, int more, boolean exact) {
  private static final int MOST_ITEMS = 5;
  private static final int LONGEST = 200;

  /** Keeps what fits in a cell. */
  public Cell {
    more += Math.max(0, items.size() - MOST_ITEMS);
    items = items.stream().limit(MOST_ITEMS).map(item -> Words.line(item, LONGEST)).toList();
  }

  /** Something in words. */
  public static Cell words(String words) {
    return words(List.of(words));
  }

  /** Several things in words. */
  public static Cell words(List<String> words) {
    return new Cell(words, 0, false);
  }

  /** A name or a value. */
  public static Cell exact(String name) {
    return exact(List.of(name));
  }

  /** Names or values. */
  public static Cell exact(List<String> names) {
    return new Cell(names, 0, true);
  }

  /** Some of more names. */
  public static Cell exact(List<String> names, int more) {
    return new Cell(names, more, true);
  }

  /** As a terminal shows it. */
  public String text() {
    return String.join(", ", items) + (more > 0 ? " and %,d more".formatted(more) : "");
  }
}
