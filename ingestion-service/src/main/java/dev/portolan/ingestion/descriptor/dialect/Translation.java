package dev.portolan.ingestion.descriptor.dialect;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.descriptor.body.Pointers;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What a document of another portal or format comes to, or a part of it. */
public sealed interface Translation {

  /** Where in the document the part stands, as a JSON pointer; empty for the whole. */
  String part();

  /**
   * A descriptor.
   *
   * @param tree the descriptor
   * @param origins where a field of it stands in the document: JSON pointers by JSON pointers
   * @param notes what its author may want to know, by the pointer into the document
   */
  record ToDescriptor(ObjectNode tree, Map<String, String> origins, Map<String, String> notes)
      implements Translation {

    @Override
    public String part() {
      return origins.getOrDefault("", "");
    }

    /** Where in the document a field of the descriptor comes from, or the nearest around it. */
    public String origin(String field) {
      String nearest = field;
      while (!nearest.isEmpty() && !origins.containsKey(nearest)) {
        nearest = Pointers.parent(nearest);
      }
      String origin = origins.getOrDefault(nearest, "");
      return nearest.isEmpty() ? origin : origin + field.substring(nearest.length());
    }
  }

  /**
   * None, for what is written there breaks the format's own rules.
   *
   * @param rule its name, such as {@code graphql}
   * @param message what is wrong
   * @param ref what it would describe, where that much is known
   */
  record ToProblem(String part, String rule, String message, Optional<EntityRef> ref)
      implements Translation {}

  /**
   * No descriptor.
   *
   * @param reason what the document is instead
   */
  record ToNothing(String reason, String part) implements Translation {
    /** Of a whole document. */
    public ToNothing(String reason) {
      this(reason, "");
    }
  }
}
