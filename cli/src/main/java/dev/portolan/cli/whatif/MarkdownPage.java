package dev.portolan.cli.whatif;

import dev.portolan.cli.page.Cell;
import dev.portolan.cli.page.Section;
import java.util.List;
import java.util.stream.Collectors;

/** A report to be pasted as a comment on a pull request. */
final class MarkdownPage {
  /** A comment may have 65,536 characters; so many rows of eleven sections stay below it. */
  private static final int MOST_ROWS = 25;

  /** Longer tables are folded, so that the comment as a whole can be taken in at a glance. */
  private static final int MOST_OPEN_ROWS = 8;

  private MarkdownPage() {}

  static String of(Report report) {
    return "**What this would change.** "
        + escaped(Headline.of(report))
        + "\n"
        + Sections.of(report).stream().map(MarkdownPage::section).collect(Collectors.joining());
  }

  private static String section(Section section) {
    String more =
        section.behind(MOST_ROWS) > 0
            ? "\nand %,d more\n".formatted(section.behind(MOST_ROWS))
            : "";
    String table = table(section) + more;
    return section.rows().size() > MOST_OPEN_ROWS
        ? "\n<details><summary>%s</summary>\n\n%s\n</details>\n".formatted(section.heading(), table)
        : "\n**%s**\n\n%s".formatted(section.heading(), table);
  }

  private static String table(Section section) {
    if (section.columns().size() == 1) {
      return section.first(MOST_ROWS).stream()
          .map(row -> "- " + cell(row.getFirst()) + "\n")
          .collect(Collectors.joining());
    }
    return row(section.columns())
        + row(section.columns().stream().map(_ -> "---").toList())
        + section.first(MOST_ROWS).stream()
            .map(row -> row(row.stream().map(MarkdownPage::cell).toList()))
            .collect(Collectors.joining());
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static String cell(Cell cell) {
    String items =
        cell.items().stream()
            .filter(item -> !item.isEmpty())
            .map(item -> cell.exact() ? code(item) : escaped(item))
            .collect(Collectors.joining(cell.exact() ? "<br>" : ", "));
    return items + (cell.more() > 0 ? "<br>and %,d more".formatted(cell.more()) : "");
  }

  /** In code nothing is anybody's name or a link; only its own end has to be kept out. */
  private static String code(String text) {
    return "`" + text.replace('`', '\'').replace("\\", "\\\\").replace("|", "\\|") + "`";
  }

  /** What documents say shall be read, and neither laid out nor call anybody. */
  private static String escaped(String text) {
    return text.replaceAll("([\\\\`*_\\[\\]<>|~#!])", "\\\\$1").replace("@", "@<!-- -->");
  }
}
