package dev.portolan.search.indexing;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts and numbers of a spec, one to a line, in the order of the spec.
 *
 * <p>Bounded, because an API's whole definition may stand in a spec: of one text the first 4,000
 * characters, of all 20,000, and no deeper than 20 levels.
 */
final class SpecText {
  static final int LONGEST_TEXT = 4_000;
  static final int LONGEST = 20_000;
  private static final int DEEPEST = 20;

  private final StringBuilder lines = new StringBuilder();

  private SpecText() {}

  /** The lines, or null when the spec has none. */
  static @Nullable String of(Map<String, @Nullable Object> spec) {
    SpecText text = new SpecText();
    text.add(spec, 0);
    return text.lines.isEmpty() ? null : text.lines.toString();
  }

  private void add(@Nullable Object value, int depth) {
    if (lines.length() >= LONGEST || depth > DEEPEST) {
      return;
    }
    switch (value) {
      case Map<?, ?> map -> map.values().forEach(inner -> add(inner, depth + 1));
      case Collection<?> list -> list.forEach(inner -> add(inner, depth + 1));
      case String text -> addLine(text);
      case Number number -> addLine(number.toString());
      case null, default -> {}
    }
  }

  private void addLine(String text) {
    if (text.isBlank()) {
      return;
    }
    if (!lines.isEmpty()) {
      lines.append('\n');
    }
    int room = Math.min(LONGEST_TEXT, LONGEST - lines.length());
    if (room > 0) {
      lines.append(SearchDocument.shortened(text, room));
    }
  }
}
