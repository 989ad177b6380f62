package dev.portolan.cli.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Lays out lines for a terminal. */
public final class Terminal {
  private static final int WIDTH = 100;
  private static final String INDENT = "  ";

  private Terminal() {}

  /** Sentences, on as many lines as they need. */
  public static List<String> paragraph(String text) {
    return wrapped(text, WIDTH);
  }

  /** The heading and no more rows than these, with how many there are behind. */
  public static List<String> section(Section section, int mostRows) {
    List<String> lines = new ArrayList<>();
    lines.add(section.heading());
    List<List<Cell>> rows = section.first(mostRows);
    int[] widths = widths(section.columns().size(), rows);
    rows.forEach(row -> lines.addAll(row(row, widths)));
    if (section.behind(mostRows) > 0) {
      lines.add(INDENT + "and %,d more".formatted(section.behind(mostRows)));
    }
    return lines;
  }

  private static int[] widths(int columns, List<List<Cell>> rows) {
    return IntStream.range(0, columns)
        .map(i -> rows.stream().mapToInt(row -> row.get(i).text().length()).max().orElse(0))
        .toArray();
  }

  /** On one line where it fits; else the last cell below the others. */
  private static List<String> row(List<Cell> row, int[] widths) {
    StringBuilder line = new StringBuilder(INDENT);
    for (int i = 0; i < row.size() - 1; i++) {
      line.append(padded(row.get(i).text(), widths[i])).append(INDENT);
    }
    String last = row.getLast().text();
    if (line.length() + last.length() <= WIDTH) {
      return List.of((line + last).stripTrailing());
    }
    List<String> lines = new ArrayList<>();
    if (row.size() > 1) {
      lines.add(line.toString().stripTrailing());
    }
    String deeper = row.size() > 1 ? INDENT.repeat(3) : INDENT;
    wrapped(last, WIDTH - deeper.length()).forEach(part -> lines.add(deeper + part));
    return lines;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /** A word that is longer than a line has one for itself. */
  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
