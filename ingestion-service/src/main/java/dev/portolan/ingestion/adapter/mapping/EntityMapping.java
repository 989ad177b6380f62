package dev.portolan.ingestion.adapter.mapping;

import dev.portolan.ingestion.adapter.jq.JqInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What one item becomes. */
sealed interface EntityMapping {

  /** A descriptor, part by part. */
  record OfDescriptor(Template.Fields descriptor) implements EntityMapping {}

  /** An entity as Port writes it, which is then told as a descriptor. */
  record OfPort(Template.Fields entity) implements EntityMapping {}

  /** The faults of an item; Port leaves a property out where its program fails, and we do not. */
  default Faults faults() {
    return switch (this) {
      case OfDescriptor _ -> new Faults(pointer -> true);
      case OfPort _ -> new Faults(PortEntity::isGrave);
    };
  }

  /** The descriptor of an item, with what could be told of it. */
  default ObjectNode descriptor(JqInput in, Faults faults) {
    return switch (this) {
      case OfDescriptor(Template.Fields template) -> {
        ObjectNode descriptor = JsonNodeFactory.instance.objectNode();
        descriptor.put("apiVersion", Mapping.API_VERSION);
        descriptor.setAll(filled(template, in, faults));
        yield descriptor;
      }
      case OfPort(Template.Fields template) ->
          PortEntity.descriptor(filled(template, in, faults), faults);
    };
  }

  private static ObjectNode filled(Template.Fields template, JqInput in, Faults faults) {
    JsonNode filled = template.fill(in, "", faults);
    return filled instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
  }
}
