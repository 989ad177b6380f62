package dev.portolan.ingestion.descriptor;

import dev.portolan.ingestion.descriptor.body.BodyDocument;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The elements of a document that is a list, each with the lines that are its own. */
final class ListPassages {
  private final BodyDocument document;
  private final Map<String, Integer> begins;
  private final List<String> lines;

  /**
   * The elements of a list.
   *
   * @param size how many there are
   */
  ListPassages(BodyDocument document, int size) {
    this.document = document;
    this.begins = document.lines(IntStream.range(0, size).mapToObj(index -> "/" + index).toList());
    // Each with its end: what is kept is kept byte for byte.
    this.lines = List.of(document.text().split("(?<=\n)"));
  }

  Passage element(int index) {
    int line = begins.getOrDefault("/" + index, document.line());
    return new Passage(document, line, text(line, begins.get("/" + (index + 1))));
  }

  /** Null where elements share a line, as nobody writes who writes by hand. */
  private @Nullable String text(int line, @Nullable Integer next) {
    int from = line - document.start();
    int to = next == null ? lines.size() : next - document.start();
    return from < to ? String.join("", lines.subList(from, to)) : null;
  }
}
