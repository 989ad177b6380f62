package dev.portolan.cli.whatif;

import dev.portolan.cli.page.Section;
import dev.portolan.cli.page.Terminal;
import java.util.ArrayList;
import java.util.List;

/** A report for a terminal. */
final class TextPage {
  private static final int MOST_ROWS = 20;

  private TextPage() {}

  static String of(Report report) {
    List<String> lines = new ArrayList<>(Terminal.paragraph(Headline.of(report)));
    for (Section section : Sections.of(report)) {
      lines.add("");
      lines.addAll(Terminal.section(section, MOST_ROWS));
    }
    return String.join("\n", lines) + "\n";
  }
}
