package dev.portolan.ingestion.adapter.mapping;

import dev.portolan.ingestion.adapter.jq.JqFailedException;
import dev.portolan.ingestion.adapter.jq.JqInput;
import dev.portolan.ingestion.adapter.jq.JqProgram;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A value whose parts are programs. */
sealed interface Template {

  /** The first value that a program yields. */
  record Program(JqProgram program) implements Template {}

  /** A value as it is written. */
  record Literal(JsonNode value) implements Template {}

  /** An object. */
  record Fields(Map<String, Template> fields) implements Template {}

  /** A list. */
  record Elements(List<Template> elements) implements Template {}

  /**
   * Makes the value.
   *
   * @param pointer where it stands in what is made
   * @return null where it comes to nothing: such a field is left out
   */
  default @Nullable JsonNode fill(JqInput in, String pointer, Faults faults) {
    return switch (this) {
      case Program(JqProgram program) -> {
        try {
          yield program.first(in).orElse(null);
        } catch (JqFailedException e) {
          faults.tell(pointer, program, e);
          yield null;
        }
      }
      case Literal(JsonNode value) -> value;
      case Fields(Map<String, Template> fields) -> {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        fields.forEach(
            (name, template) -> {
              JsonNode value = template.fill(in, pointer + "/" + name, faults);
              if (value != null) {
                object.set(name, value);
              }
            });
        yield object;
      }
      case Elements(List<Template> elements) -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < elements.size(); i++) {
          JsonNode value = elements.get(i).fill(in, pointer + "/" + i, faults);
          if (value != null) {
            array.add(value);
          }
        }
        yield array;
      }
    };
  }
}
