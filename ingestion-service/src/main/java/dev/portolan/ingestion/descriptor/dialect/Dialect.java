package dev.portolan.ingestion.descriptor.dialect;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A format in which another portal's files describe software.
 *
 * <p>What a dialect says is put into the form of a descriptor and kept by the same rules from there
 * on, save that a field may be missing which only descriptors ask for.
 */
public sealed interface Dialect permits Cortex, OpsLevel, Port {

  /** All of them. */
  List<Dialect> ALL = List.of(new Cortex(), new OpsLevel(), new Port());

  /** The portal's name in lower case, as an annotation has it. */
  String name();

  /** Whether a document is written in it: file names prove nothing. */
  boolean recognises(JsonNode tree);

  /** Says a document in the words of a descriptor. */
  Translation translate(JsonNode tree);

  /** The dialect of a document, unless it has none. */
  static Optional<Dialect> of(JsonNode tree) {
    return ALL.stream().filter(dialect -> dialect.recognises(tree)).findFirst();
  }
}
