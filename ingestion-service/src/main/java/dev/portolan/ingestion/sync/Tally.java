package dev.portolan.ingestion.sync;

import dev.portolan.events.ChangeType;
import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.descriptor.Problem;
import dev.portolan.ingestion.reconciliation.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Counts what documents come to, and lists as much of it as an answer holds. */
final class Tally {
  private final List<ReportedEntity> entities = new ArrayList<>();
  private final List<ReportedProblem> problems = new ArrayList<>();
  private final List<ReportedPassedOver> others = new ArrayList<>();
  private final SequencedMap<String, Integer> notes = new LinkedHashMap<>();
  private long accepted;
  private long unchanged;
  private long rejected;
  private long nameless;
  private long passedOver;
  private long filesRead;
  private long filesUnchanged;

  void taken(int document, Outcome outcome) {
    ChangeType change = outcome.change();
    if (change == null) {
      unchanged++;
    } else {
      accepted++;
    }
    if (entities.size() < Report.LISTED) {
      entities.add(
          new ReportedEntity(
              document,
              outcome.ref(),
              outcome.version(),
              change == null ? ReportedEntity.UNCHANGED : change.name()));
    }
  }

  /** A document of an unchanged file: what it describes is not looked up, and so not listed. */
  void takenAgain() {
    unchanged++;
  }

  void fileRead() {
    filesRead++;
  }

  void fileUnchanged() {
    filesUnchanged++;
  }

  void rejected(
      int document, @Nullable EntityRef ref, List<Problem> broken, @Nullable String path) {
    rejected++;
    if (ref == null) {
      nameless++;
    }
    for (Problem each : broken) {
      if (problems.size() < Report.LISTED) {
        problems.add(
            new ReportedProblem(
                document, each.line(), each.field(), each.rule(), each.message(), ref, path));
      }
    }
  }

  void passedOver(int document, int line, String reason, @Nullable String path) {
    passedOver++;
    if (others.size() < Report.LISTED) {
      others.add(new ReportedPassedOver(document, line, reason, path));
    }
    note(reason);
  }

  /** Says it once, however often it holds. */
  void note(String message) {
    if (notes.size() < Report.LISTED || notes.containsKey(message)) {
      notes.merge(message, 1, Integer::sum);
    }
  }

  Report report() {
    return new Report(
        accepted,
        unchanged,
        rejected,
        nameless,
        passedOver,
        List.copyOf(others),
        filesRead,
        filesUnchanged,
        List.copyOf(entities),
        List.copyOf(problems),
        notes.entrySet().stream()
            .map(
                note ->
                    note.getValue() == 1
                        ? note.getKey()
                        : note.getKey() + " (" + note.getValue() + " documents)")
            .toList());
  }
}
