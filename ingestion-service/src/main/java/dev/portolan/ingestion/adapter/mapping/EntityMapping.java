package dev.portolan.ingestion.adapter.mapping;

import dev.portolan.ingestion.adapter.jq.JqInput;
import dev.portolan.ingestion.adapter.jq.JqProgram;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What one item becomes. */
sealed interface EntityMapping {
  /** Without which there is no entity of Port's. */
  List<String> IDENTITY = List.of("/blueprint", "/identifier");

  /** A descriptor, part by part. */
  record OfDescriptor(Template.Fields descriptor) implements EntityMapping {}

  /** A document that a program yields, in any dialect. */
  record OfDocument(JqProgram document) implements EntityMapping {}

  /** An entity as Port writes it, which is read as Port's own files are. */
  record OfPort(Template.Fields entity) implements EntityMapping {}

  /** The faults of an item; Port leaves a property out where its program fails, and we do not. */
  default Faults faults() {
    return switch (this) {
      case OfDescriptor _, OfDocument _ -> new Faults(pointer -> true);
      case OfPort _ -> new Faults(IDENTITY::contains);
    };
  }

  /** What one item becomes. */
  default Mapped mapped(JqInput in) {
    Faults faults = faults();
    return new Mapped(descriptor(in, faults), faults, this instanceof OfDocument);
  }

  /** The document of an item, with what could be told of it. */
  default ObjectNode descriptor(JqInput in, Faults faults) {
    return switch (this) {
      case OfDescriptor(Template.Fields template) -> {
        ObjectNode descriptor = JsonNodeFactory.instance.objectNode();
        descriptor.put("apiVersion", Mapping.API_VERSION);
        descriptor.setAll(filled(template, in, faults));
        yield descriptor;
      }
      case OfDocument(JqProgram program) -> document(program, in, faults);
      case OfPort(Template.Fields template) -> identified(filled(template, in, faults), faults);
    };
  }

  private static ObjectNode document(JqProgram program, JqInput in, Faults faults) {
    if (new Template.Program(program).fill(in, "", faults) instanceof ObjectNode document) {
      return document;
    }
    if (faults.problems().isEmpty()) {
      faults.problem("", "The program of 'descriptor' yields no mapping for this item.");
    }
    return JsonNodeFactory.instance.objectNode();
  }

  /** Without these it would be taken for no entity of Port's at all, and not for a broken one. */
  private static ObjectNode identified(ObjectNode entity, Faults faults) {
    for (String pointer : IDENTITY) {
      String field = pointer.substring(1);
      JsonNode value = entity.path(field);
      if (faults.problems().isEmpty() && (!value.isValueNode() || value.asString("").isBlank())) {
        faults.problem(pointer, "The mapping yields no %s for this item.".formatted(field));
      }
    }
    return entity;
  }

  private static ObjectNode filled(Template.Fields template, JqInput in, Faults faults) {
    JsonNode filled = template.fill(in, "", faults);
    return filled instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
  }
}
