package dev.portolan.ingestion.descriptor.body;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.Parser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds the tree of a YAML document from its events.
 *
 * <p>By hand and not by the library's composer, because that recurses as deep as the text asks for,
 * and bounds the number of aliases instead of what they amount to.
 */
final class YamlTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Of a number that is refused, in characters. */
  private static final int SHOWN = 40;

  private final Parser parser;
  private final int firstLine;
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private long weight;
  private int depth;

  /** What an anchor names, and what each alias to it adds to the document. */
  private record Anchored(@Nullable JsonNode node, long weight) {}

  YamlTree(Parser parser, int firstLine) {
    this.parser = parser;
    this.firstLine = firstLine;
  }

  /** Returns the tree; a missing node when there is none. */
  JsonNode read() throws MalformedTextException {
    Event event = parser.next();
    JsonNode tree = MissingNode.getInstance();
    while (event.getEventId() != Event.ID.StreamEnd) {
      if (event.getEventId() == Event.ID.DocumentStart) {
        tree = node(parser.next());
      }
      event = parser.next();
    }
    return tree;
  }

  private JsonNode node(Event event) throws MalformedTextException {
    return switch (event.getEventId()) {
      case Alias -> alias((AliasEvent) event);
      case Scalar -> anchored((ScalarEvent) event);
      case SequenceStart, MappingStart -> collection((NodeEvent) event);
      default -> throw fault(event, "yaml", "a value is missing");
    };
  }

  private JsonNode anchored(ScalarEvent event) throws MalformedTextException {
    JsonNode scalar = YamlScalar.read(event);
    if (scalar == null) {
      String text = event.getValue();
      String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
      throw fault(event, "number", "The number " + shown + " is none that JSON knows");
    }
    long own = 1L + event.getValue().length();
    add(event, own);
    event.getAnchor().ifPresent(anchor -> anchors.put(anchor, new Anchored(scalar, own)));
    return scalar;
  }

  private JsonNode collection(NodeEvent event) throws MalformedTextException {
    if (++depth > Limits.DEPTH) {
      throw fault(event, "depth", "Mappings and lists nest more than " + Limits.DEPTH + " deep");
    }
    long before = weight;
    add(event, 1);
    // Until it is closed: an alias inside of it would never end.
    event.getAnchor().ifPresent(anchor -> anchors.put(anchor, new Anchored(null, 0)));
    JsonNode collection = event.getEventId() == Event.ID.SequenceStart ? sequence() : mapping();
    long own = weight - before;
    event.getAnchor().ifPresent(anchor -> anchors.put(anchor, new Anchored(collection, own)));
    depth--;
    return collection;
  }

  private ArrayNode sequence() throws MalformedTextException {
    ArrayNode sequence = NODES.arrayNode();
    Event event = parser.next();
    while (event.getEventId() != Event.ID.SequenceEnd) {
      sequence.add(node(event));
      event = parser.next();
    }
    return sequence;
  }

  private ObjectNode mapping() throws MalformedTextException {
    ObjectNode mapping = NODES.objectNode();
    Event event = parser.next();
    while (event.getEventId() != Event.ID.MappingEnd) {
      String key = key(event);
      if (mapping.has(key)) {
        throw fault(event, "duplicate-key", "The key '" + key + "' stands twice in its mapping");
      }
      mapping.set(key, node(parser.next()));
      event = parser.next();
    }
    return mapping;
  }

  private String key(Event event) throws MalformedTextException {
    JsonNode key =
        switch (event.getEventId()) {
          case Scalar -> NODES.stringNode(((ScalarEvent) event).getValue());
          case Alias -> alias((AliasEvent) event);
          default -> throw fault(event, "yaml", "A mapping or list cannot be a key");
        };
    if (key.isContainer()) {
      throw fault(event, "yaml", "A mapping or list cannot be a key");
    }
    String text = key.asString();
    if (text.length() > Limits.KEY_CHARACTERS) {
      throw fault(
          event, "key-length", "A key has more than " + Limits.KEY_CHARACTERS + " characters");
    }
    add(event, text.length());
    return text;
  }

  private JsonNode alias(AliasEvent event) throws MalformedTextException {
    Anchored anchored = event.getAnchor().map(anchors::get).orElse(null);
    if (anchored == null) {
      throw fault(event, "alias", "The alias names no anchor that stands before it");
    }
    if (anchored.node() == null) {
      throw fault(event, "alias", "The alias names a collection that it lies in");
    }
    add(event, anchored.weight());
    // A node of its own: what a placeholder in it becomes is counted wherever it stands.
    return anchored.node().deepCopy();
  }

  private void add(Event event, long more) throws MalformedTextException {
    weight += more;
    if (weight > Limits.DOCUMENT_BYTES) {
      throw fault(
          event,
          "alias",
          "With its aliases written out the document has more than "
              + Limits.DOCUMENT_BYTES
              + " characters");
    }
  }

  private MalformedTextException fault(Event event, String rule, String message) {
    Mark mark = event.getStartMark().orElseThrow();
    int line = firstLine + mark.getLine();
    int column = mark.getColumn() + 1;
    return new MalformedTextException(
        line, column, rule, "%s (line %d, column %d).".formatted(message, line, column));
  }
}
