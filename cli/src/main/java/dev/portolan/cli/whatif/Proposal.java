package dev.portolan.cli.whatif;

import dev.portolan.cli.proposal.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All proposed files as one body of YAML documents, because only together they say what would be.
 *
 * @param files how many they are
 * @param lines what is sent
 */
record Proposal(int files, List<Line> lines) {

  /**
   * A file and what it says.
   *
   * @param name as it was found
   */
  record Written(String name, String text) {}

  /** A line of the body, and where it comes from. */
  record Line(String text, Place place) {}

  /** Puts files behind each other; JSON among them is cut into documents of YAML. */
  static Proposal of(List<Written> files) {
    return new Proposal(
        files.size(), files.stream().flatMap(file -> linesOf(file).stream()).toList());
  }

  /** What is sent. */
  String text() {
    return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
  }

  /** Where a line of the body, from 1, comes from. */
  Place place(int line) {
    return line < 1 || line > lines.size() ? Place.UNKNOWN : lines.get(line - 1).place();
  }

  private static List<Line> linesOf(Written file) {
    String plain = file.text().startsWith("\uFEFF") ? file.text().substring(1) : file.text();
    List<Line> lines = new ArrayList<>();
    for (Document document : Document.in(plain)) {
      int number = document.line();
      // Without a marker the first file would decide how all others are read.
      lines.add(new Line("---", new Place(file.name(), number)));
      for (String text : document.text().split("\n", -1)) {
        lines.add(new Line(text, new Place(file.name(), number++)));
      }
    }
    return lines;
  }
}
