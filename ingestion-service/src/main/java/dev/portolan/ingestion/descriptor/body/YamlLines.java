package dev.portolan.ingestion.descriptor.body;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.parser.Parser;

/** Finds the lines of fields in the events of a YAML document that is known to be well-formed. */
final class YamlLines {
  private final Parser parser;
  private final int firstLine;
  private final Map<String, Integer> found = new HashMap<>();
  private final Deque<Frame> frames = new ArrayDeque<>();

  /** A collection that is open, and where in it the events have come to. */
  private static final class Frame {
    final String pointer;
    final boolean mapping;
    @Nullable String key;
    int index;

    Frame(String pointer, boolean mapping) {
      this.pointer = pointer;
      this.mapping = mapping;
    }
  }

  YamlLines(Parser parser, int firstLine) {
    this.parser = parser;
    this.firstLine = firstLine;
  }

  Map<String, Integer> find(Collection<String> pointers) {
    Set<String> wanted = new HashSet<>(pointers);
    while (parser.hasNext() && found.size() < wanted.size()) {
      Event event = parser.next();
      switch (event.getEventId()) {
        case Scalar, Alias -> scalar(event, wanted);
        case MappingStart -> frames.push(new Frame(value(event, wanted), true));
        case SequenceStart -> frames.push(new Frame(value(event, wanted), false));
        case MappingEnd, SequenceEnd -> frames.pop();
        case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
      }
    }
    return found;
  }

  private void scalar(Event event, Set<String> wanted) {
    Frame frame = frames.peek();
    if (frame != null && frame.mapping && frame.key == null) {
      frame.key = event instanceof ScalarEvent key ? key.getValue() : "";
      note(frame.pointer + "/" + Pointers.escape(frame.key), event, wanted);
    } else {
      value(event, wanted);
    }
  }

  private String value(Event event, Set<String> wanted) {
    Frame frame = frames.peek();
    if (frame == null) {
      return "";
    }
    String key = frame.key == null ? Integer.toString(frame.index++) : frame.key;
    frame.key = null;
    String pointer = frame.pointer + "/" + Pointers.escape(key);
    note(pointer, event, wanted);
    return pointer;
  }

  private void note(String pointer, Event event, Set<String> wanted) {
    if (wanted.contains(pointer)) {
      event
          .getStartMark()
          .ifPresent(mark -> found.putIfAbsent(pointer, firstLine + mark.getLine()));
    }
  }
}
