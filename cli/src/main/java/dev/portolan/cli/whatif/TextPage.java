package dev.portolan.cli.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A report for a terminal. */
final class TextPage {
  private static final int WIDTH = 100;
  private static final int MOST_ROWS = 20;
  private static final String INDENT = "  ";

  private TextPage() {}

  static String of(Report report) {
    List<String> lines = new ArrayList<>(wrapped(Headline.of(report), WIDTH));
    for (Section section : Sections.of(report)) {
      lines.add("");
      lines.add(section.heading());
      List<List<Cell>> rows = section.first(MOST_ROWS);
      int[] widths = widths(section.columns().size(), rows);
      rows.forEach(row -> lines.addAll(row(row, widths)));
      if (section.behind(MOST_ROWS) > 0) {
        lines.add(INDENT + "and %,d more".formatted(section.behind(MOST_ROWS)));
      }
    }
    return String.join("\n", lines) + "\n";
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
