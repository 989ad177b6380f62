package dev.portolan.ingestion.descriptor;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One document of a body or file, read. */
public sealed interface ReadDocument {

  /** Where it stands among the documents of its body, from 1. */
  int document();

  /**
   * A descriptor that keeps every rule.
   *
   * @param line where it begins in the body, from 1
   * @param entity with its relations
   * @param notes what its author may want to know, though nothing is wrong
   */
  record Accepted(int document, int line, Entity entity, List<Note> notes)
      implements ReadDocument {}

  /**
   * A descriptor that breaks a rule, or text that was meant to be one.
   *
   * @param ref what it describes, where that much could be read
   * @param problems at least one, in the order of their lines
   */
  record Rejected(int document, @Nullable EntityRef ref, List<Problem> problems)
      implements ReadDocument {

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
  record PassedOver(int document, int line, String reason) implements ReadDocument {}
}
