package dev.portolan.cli.lint;

import dev.portolan.cli.page.Words;
import dev.portolan.cli.proposal.Place;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that is told.
 *
 * @param source who is supposed to say it
 * @param full whether the files are all that it says
 */
record Lint(String source, boolean full, Folder folder, Verdict verdict) {
  /** The service names no more problems. */
  private static final int MOST_PROBLEMS = 1_000;

  /** Whether every document would be taken. */
  boolean isClean() {
    return verdict.rejectedDocuments() == 0 && verdict.rejected().isEmpty();
  }

  /** Where a problem is, as somebody at this machine finds it. */
  Place place(Verdict.Problem problem) {
    return new Place(folder.file(problem.path()).toString(), problem.line());
  }

  /** Where that is, as somebody at this machine finds it. */
  Place place(Verdict.PassedOver passedOver) {
    return new Place(folder.file(passedOver.path()).toString(), passedOver.line());
  }

  /** What else there is to know, what matters most first; not what was passed over. */
  List<String> notes() {
    Stream<String> cut =
        verdict.rejected().size() < MOST_PROBLEMS
            ? Stream.of()
            : Stream.of("Only the first %,d problems are named.".formatted(MOST_PROBLEMS));
    return Stream.of(cut, Stream.ofNullable(verdict.held()), verdict.notes().stream())
        .flatMap(notes -> notes)
        .filter(
            note -> verdict.passedOver().stream().noneMatch(each -> note.startsWith(each.reason())))
        .toList();
  }

  /** What it comes to, on one line. */
  String summary() {
    return "%s as %s the source %s says: %,d created, %,d updated, %,d deleted, %,d unchanged,"
            .formatted(
                Words.counted(folder.files().size(), "file", "files"),
                full ? "all that" : "a part of what",
                source,
                count("CREATED"),
                count("UPDATED"),
                count("DELETED"),
                verdict.unchanged())
        + " %,d rejected, %,d passed over%s."
            .formatted(
                verdict.rejectedDocuments(),
                verdict.passedOverDocuments(),
                verdict.held() == null ? "" : "; the sync would be held");
  }

  private long count(String change) {
    return verdict.changes().stream().filter(each -> each.change().equals(change)).count();
  }
}
