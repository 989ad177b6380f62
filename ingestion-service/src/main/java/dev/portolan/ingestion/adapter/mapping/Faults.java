package dev.portolan.ingestion.adapter.mapping;

import dev.portolan.ingestion.adapter.jq.JqFailedException;
import dev.portolan.ingestion.adapter.jq.JqProgram;
import dev.portolan.ingestion.descriptor.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What went wrong with one item, and what its owner may want to know. */
final class Faults {
  static final String RULE = "mapping";

  private final Predicate<String> isGrave;
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private boolean runaway;

  /**
   * Collects faults.
   *
   * @param isGrave whether an item is none without the field at this pointer; any other is left
   *     out, with a note
   */
  Faults(Predicate<String> isGrave) {
    this.isGrave = isGrave;
  }

  void tell(String pointer, JqProgram program, JqFailedException fault) {
    String message =
        "The program %s fails here: %s.".formatted(shortened(program), fault.getMessage());
    runaway |= fault.isRunaway();
    if (isGrave.test(pointer) || fault.isRunaway()) {
      problem(pointer, message);
    } else {
      // Alike for all items, so that a reader can count them.
      notes.add(pointer + " is left out where its program " + shortened(program) + " fails");
    }
  }

  void problem(String pointer, String message) {
    problems.add(new Problem(1, pointer, RULE, message));
  }

  /** Whether a program was stopped at a bound: it would be with every other item too. */
  boolean runaway() {
    return runaway;
  }

  List<Problem> problems() {
    return problems;
  }

  List<String> notes() {
    return notes;
  }

  private static String shortened(JqProgram program) {
    String text = program.toString().strip();
    return "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
  }
}
