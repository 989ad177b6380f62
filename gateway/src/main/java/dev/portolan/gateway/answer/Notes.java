package dev.portolan.gateway.answer;

import dev.portolan.gateway.service.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What the parts of one answer have to say about themselves; they are fetched at the same time, so
 * this is safe for several threads.
 */
public final class Notes {
  /** Under which name the notes of an answer are found while it is made. */
  public static final String NAME = "notes";

  private final Queue<Note> notes = new ConcurrentLinkedQueue<>();

  /** Why a part of the answer is not the whole truth. */
  enum Code {
    STALE,
    INCOMPLETE
  }

  /**
   * One such remark.
   *
   * @param service who answered the part
   * @param message says which part and why
   */
  record Note(Code code, String service, String message) {}

  /** A part is older than was asked for. */
  public void stale(Service service, String message) {
    notes.add(new Note(Code.STALE, service.label(), message));
  }

  /** A part was cut off. */
  public void incomplete(Service service, String message) {
    notes.add(new Note(Code.INCOMPLETE, service.label(), message));
  }

  /** The extensions of the answer; empty when there is nothing to say. */
  public Map<Object, Object> extensions() {
    Map<Object, Object> extensions = new LinkedHashMap<>();
    List<Note> said = List.copyOf(notes);
    if (said.stream().anyMatch(note -> note.code() == Code.STALE)) {
      extensions.put("stale", true);
    }
    if (said.stream().anyMatch(note -> note.code() == Code.INCOMPLETE)) {
      extensions.put("incomplete", true);
    }
    if (!said.isEmpty()) {
      extensions.put("notes", said.stream().map(Notes::json).toList());
    }
    return extensions;
  }

  private static Map<String, String> json(Note note) {
    return Map.of("code", note.code().name(), "service", note.service(), "message", note.message());
  }
}
