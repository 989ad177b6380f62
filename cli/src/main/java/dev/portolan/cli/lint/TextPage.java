package dev.portolan.cli.lint;

import dev.portolan.cli.page.Cell;
import dev.portolan.cli.page.Section;
import dev.portolan.cli.page.Terminal;
import dev.portolan.cli.page.Words;
import dev.portolan.cli.proposal.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** For a person: the problems first, one on each line, and what it comes to last. */
final class TextPage {
  private static final int MOST_PROBLEMS = 200;
  private static final int MOST_ROWS = 50;
  private static final int LONGEST = 1_000;

  private TextPage() {}

  static String of(Lint lint) {
    List<String> lines = new ArrayList<>(problems(lint));
    Stream.of(Change.section(lint.verdict().changes()), passedOver(lint), notes(lint))
        .filter(section -> section.total() > 0)
        .forEach(
            section -> {
              addGap(lines);
              lines.addAll(Terminal.section(section, MOST_ROWS));
            });
    addGap(lines);
    lines.add(lint.summary());
    return String.join("\n", lines) + "\n";
  }

  private static void addGap(List<String> lines) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
  }

  private static List<String> problems(Lint lint) {
    List<Verdict.Problem> problems = lint.verdict().rejected();
    List<String> lines = new ArrayList<>();
    problems.stream()
        .limit(MOST_PROBLEMS)
        .map(each -> "%s: %s: %s".formatted(lint.place(each), each.rule(), each.message()))
        .map(line -> Words.line(line, LONGEST))
        .forEach(lines::add);
    if (problems.size() > MOST_PROBLEMS) {
      lines.add("and %,d more problems".formatted(problems.size() - MOST_PROBLEMS));
    }
    return lines;
  }

  private static Section passedOver(Lint lint) {
    return Section.of(
        "Passed over",
        List.of("where", "what it is"),
        lint.verdict().passedOver(),
        (int) lint.verdict().passedOverDocuments(),
        each -> List.of(Cell.exact(lint.place(each).toString()), Cell.words(each.reason())));
  }

  private static Section notes(Lint lint) {
    List<String> notes = lint.notes();
    return Section.of(
        "Notes", List.of("what"), notes, notes.size(), note -> List.of(Cell.words(note)));
  }
}
