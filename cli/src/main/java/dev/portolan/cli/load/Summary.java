package dev.portolan.cli.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What became of all documents of a load, as it grows from answer to answer. */
final class Summary {
  /** More of a sort than these are counted and not listed: nobody reads on, and files name them. */
  static final int LISTED = 200;

  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Set<String> told = new HashSet<>();
  private long accepted;
  private long unchanged;
  private long rejected;
  private long passedOver;
  private long retracted;
  private long refusedFiles;
  private boolean held;

  /** Adds what the service said of files that were sent together. */
  void add(Parcel parcel, Answer answer) {
    accepted += answer.accepted();
    unchanged += answer.unchanged();
    rejected += answer.rejected();
    passedOver += answer.passedOver();
    answer
        .problems()
        .forEach(problem -> problems.add(describe(parcel.file(problem.path()), problem)));
    if (answer.rejected() == 0 && answer.detail() != null) {
      refusedFiles += parcel.files().size();
      problems.add(parcel + ": " + answer.detail());
    }
    notes.addAll(passedOver(parcel, answer.others()));
    answer.notes().stream()
        .filter(note -> answer.others().stream().noneMatch(other -> tells(note, other)))
        .forEach(note -> notes.add(parcel + ": note: " + note));
    told.addAll(answer.notes());
  }

  /** What each file was passed over for, once for each reason. */
  private static Collection<String> passedOver(Parcel parcel, List<Answer.PassedOver> others) {
    return others.stream()
        .collect(
            Collectors.groupingBy(
                each -> parcel.file(each.path()) + ": note: " + each.reason(),
                LinkedHashMap::new,
                Collectors.counting()))
        .entrySet()
        .stream()
        .map(
            line ->
                line.getKey()
                    + (line.getValue() == 1 ? "" : " (" + line.getValue() + " documents)"))
        .toList();
  }

  /** The service says the reason among the notes too, with how many documents it holds for. */
  private static boolean tells(String note, Answer.PassedOver other) {
    return note.equals(other.reason()) || note.startsWith(other.reason() + " (");
  }

  /** Adds what the service said at the end of the sync. */
  void completed(Answer answer) {
    retracted += answer.retracted();
    held |= answer.held();
    // Each file's own notes were listed with it.
    answer.notes().stream()
        .filter(note -> !told.contains(note))
        .forEach(note -> notes.add("note: " + note));
  }

  /** Whether everything that was sent was taken. */
  boolean isClean() {
    return rejected == 0 && refusedFiles == 0 && !held;
  }

  /** The notes, the problems and the counts, a line each: what matters most stands last. */
  List<String> lines() {
    List<String> all = new ArrayList<>();
    list(notes, "notes", all);
    list(problems, "problems", all);
    all.add(
        "%,d accepted, %,d unchanged, %,d rejected%s%s%s"
            .formatted(
                accepted,
                unchanged,
                rejected,
                when(passedOver, ", %,d no descriptors"),
                when(refusedFiles, ", %,d files refused"),
                when(retracted, ", %,d retracted")));
    if (held) {
      all.add("The sync is held: it would retract too much. Approve or reject it, see docs.");
    }
    return all;
  }

  private static String when(long count, String words) {
    return count == 0 ? "" : words.formatted(count);
  }

  private static String describe(Path file, Answer.Problem problem) {
    String line = problem.line() > 0 ? ":" + problem.line() : "";
    String field = problem.field() == null ? "" : " " + problem.field();
    String rule = problem.rule() == null ? "" : " [" + problem.rule() + "]";
    return file
        + line
        + ": document "
        + problem.document()
        + field
        + ": "
        + problem.message()
        + rule;
  }

  private static void list(List<String> lines, String sort, List<String> all) {
    lines.stream().limit(LISTED).forEach(all::add);
    if (lines.size() > LISTED) {
      all.add("… and %,d more %s.".formatted(lines.size() - LISTED, sort));
    }
  }
}
