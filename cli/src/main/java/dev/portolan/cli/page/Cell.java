package dev.portolan.cli.whatif;

import java.util.List;

/**
 * One thing that is said, or a short list.
 *
 * @param items without line ends or control characters, which would tear any page apart
 * @param more how many more there are than are named
 * @param exact whether they are names and values, and not words
 */
record Cell(List<String> items, int more, boolean exact) {
  private static final int MOST_ITEMS = 5;
  private static final int LONGEST = 200;

  /** Keeps what fits in a cell. */
  Cell {
    more += Math.max(0, items.size() - MOST_ITEMS);
    items = items.stream().limit(MOST_ITEMS).map(Cell::clean).toList();
  }

  /** Something in words. */
  static Cell words(String words) {
    return words(List.of(words));
  }

  /** Several things in words. */
  static Cell words(List<String> words) {
    return new Cell(words, 0, false);
  }

  /** A name or a value. */
  static Cell exact(String name) {
    return exact(List.of(name));
  }

  /** Names or values. */
  static Cell exact(List<String> names) {
    return new Cell(names, 0, true);
  }

  /** Some of more names. */
  static Cell exact(List<String> names, int more) {
    return new Cell(names, more, true);
  }

  /** As a terminal shows it. */
  String text() {
    return String.join(", ", items) + (more > 0 ? " and %,d more".formatted(more) : "");
  }

  private static String clean(String item) {
    String line = item.replaceAll("[\\s\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip();
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.codePoints()
            .limit(LONGEST)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .append('…')
            .toString();
  }
}
