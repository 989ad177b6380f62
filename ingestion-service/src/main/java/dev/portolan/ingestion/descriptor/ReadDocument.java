package dev.portolan.ingestion.descriptor;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.kind.Kinds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One document of a body or file, read. */
public sealed interface ReadDocument {

  /** Where it stands among the documents of its body, from 1. */
  int document();

  /**
   * What is needed to judge it again; null when it is judged for good, as most are that are of a
   * kind which comes with Portolan.
   */
  @Nullable Trial trial();

  /** What it is by these definitions of kinds. */
  default ReadDocument by(Kinds kinds) {
    Trial trial = trial();
    return trial == null || trial.isBy(kinds) ? this : trial.verdict(kinds);
  }

  /** The same with another number, where it is one of many that were read one by one. */
  default ReadDocument numbered(int number) {
    Trial before = trial();
    Trial trial = before == null ? null : before.numbered(number);
    return switch (this) {
      case Accepted(_, int line, Entity entity, List<Note> notes, String text, _) ->
          new Accepted(number, line, entity, notes, text, trial);
      case Rejected(_, EntityRef ref, List<Problem> problems, _) ->
          new Rejected(number, ref, problems, trial);
      case PassedOver(_, int line, String reason) -> new PassedOver(number, line, reason);
    };
  }

  /**
   * A descriptor that keeps every rule.
   *
   * @param line where it begins in the body, from 1
   * @param entity with its relations
   * @param notes what its author may want to know, though nothing is wrong
   * @param text as it was written; null where nobody wrote it, or it is not to be kept
   */
  record Accepted(
      int document,
      int line,
      Entity entity,
      List<Note> notes,
      @Nullable String text,
      @Nullable Trial trial)
      implements ReadDocument {

    /** One that nobody wrote, and that is judged for good. */
    public Accepted(int document, int line, Entity entity, List<Note> notes) {
      this(document, line, entity, notes, null, null);
    }
  }

  /**
   * A descriptor that breaks a rule, or text that was meant to be one.
   *
   * @param ref what it describes, where that much could be read
   * @param problems at least one, in the order of their lines
   */
  record Rejected(
      int document, @Nullable EntityRef ref, List<Problem> problems, @Nullable Trial trial)
      implements ReadDocument {

    /** One that is judged for good. */
    public Rejected(int document, @Nullable EntityRef ref, List<Problem> problems) {
      this(document, ref, problems, null);
    }

    /** What a file still held where it broke off: nobody knows what that describes. */
    public static Rejected brokenOff(int document, UnreadableBodyException e) {
      Problem problem = new Problem(e.line(), null, "body", String.valueOf(e.getMessage()));
      return new Rejected(document, null, List.of(problem));
    }
  }

  /**
   * What does not set out to be a descriptor: another tool's file, a skeleton, an empty document.
   *
   * @param line where it begins in the body, from 1
   * @param reason why it is taken for that, in a sentence
   */
  record PassedOver(int document, int line, String reason) implements ReadDocument {
    @Override
    public @Nullable Trial trial() {
      return null;
    }
  }
}
