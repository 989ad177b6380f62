package dev.portolan.ingestion.adapter.mapping;

import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import dev.portolan.ingestion.adapter.jq.InvalidJqException;
import dev.portolan.ingestion.adapter.jq.JqProgram;
import dev.portolan.ingestion.descriptor.body.Body;
import dev.portolan.ingestion.descriptor.body.MalformedTextException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Reads mappings and compiles their programs. */
final class MappingReader {
  private static final int MOST_RESOURCES = 100;

  /** Port's GitLab integration reads a file of the repository for it; that is no JQ. */
  private static final String FILE = "file://";

  private static final Set<String> OF_PORT =
      Set.of("identifier", "title", "icon", "blueprint", "team", "properties", "relations");

  private MappingReader() {}

  static List<Resource> read(Object configured) {
    JsonNode tree = tree(configured);
    String path = tree.isObject() ? "mapping/resources" : "mapping";
    JsonNode list = tree.isObject() ? tree.path("resources") : tree;
    if (!list.isArray() || list.isEmpty() || list.size() > MOST_RESOURCES) {
      throw invalid(
          path,
          "The mapping must be a list of resources, or a file of Port's with 'resources', of which there are 1 to %d."
              .formatted(MOST_RESOURCES));
    }
    List<Resource> resources = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      resources.add(resource(list.get(i), path + "/" + i));
    }
    return resources;
  }

  private static JsonNode tree(Object configured) {
    if (!(configured instanceof String text)) {
      return JsonMapper.shared().valueToTree(configured);
    }
    try {
      return Body.single(text);
    } catch (MalformedTextException e) {
      throw invalid("mapping", e.getMessage());
    }
  }

  private static Resource resource(JsonNode resource, String path) {
    if (!resource.isObject()) {
      throw invalid(
          path, "A resource must be a mapping with 'entity', 'descriptor' or Port's 'port'.");
    }
    return new Resource(
        resource.path("kind").asString(""),
        program(selector(resource.path("selector")), path + "/selector"),
        program(itemsToParse(resource), path + "/itemsToParse"),
        entity(resource, path));
  }

  private static EntityMapping entity(JsonNode resource, String path) {
    if (resource.has("port")) {
      return port(resource.at("/port/entity/mappings"), path + "/port/entity/mappings");
    }
    return program(resource.path("descriptor"), path + "/descriptor")
        .<EntityMapping>map(EntityMapping.OfDocument::new)
        .orElseGet(
            () ->
                new EntityMapping.OfDescriptor(
                    descriptor(resource.path("entity"), path + "/entity")));
  }

  /** Ours is the program, Port's has it under {@code query}. */
  private static JsonNode selector(JsonNode selector) {
    return selector.isObject() ? selector.path("query") : selector;
  }

  private static JsonNode itemsToParse(JsonNode resource) {
    JsonNode ofPort = resource.path("port").path("itemsToParse");
    return ofPort.isMissingNode() ? resource.path("itemsToParse") : ofPort;
  }

  private static EntityMapping port(JsonNode mappings, String path) {
    Template.Fields fields = fields(mappings, path);
    for (String field : List.of("identifier", "blueprint")) {
      if (!fields.fields().containsKey(field)) {
        throw invalid(path + "/" + field, "An entity of Port's needs its '%s'.".formatted(field));
      }
    }
    for (String field : fields.fields().keySet()) {
      if (!OF_PORT.contains(field)) {
        throw invalid(
            path + "/" + field,
            "An entity of Port's has no '%s', but %s."
                .formatted(field, OF_PORT.stream().sorted().toList()));
      }
    }
    return new EntityMapping.OfPort(fields);
  }

  private static Template.Fields descriptor(JsonNode entity, String path) {
    Template.Fields fields = fields(entity, path);
    if (!fields.fields().containsKey("kind")
        || !(fields.fields().get("metadata") instanceof Template.Fields metadata)
        || !metadata.fields().containsKey("name")) {
      throw invalid(
          path,
          "The entity must be a mapping with 'kind', 'metadata' and in that 'name', each value a JQ program such as .name or '\"Component\"'.");
    }
    return fields;
  }

  private static Template.Fields fields(JsonNode object, String path) {
    if (!object.isObject()) {
      throw invalid(path, "This must be a mapping of fields to JQ programs.");
    }
    Map<String, Template> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (!field.getValue().isNull() && !isFile(field.getValue())) {
        fields.put(field.getKey(), template(field.getValue(), path + "/" + field.getKey()));
      }
    }
    return new Template.Fields(fields);
  }

  private static boolean isFile(JsonNode value) {
    return value.isString() && value.stringValue().startsWith(FILE);
  }

  private static Template template(JsonNode value, String path) {
    if (value.isObject()) {
      return fields(value, path);
    }
    if (value.isArray()) {
      List<Template> elements = new ArrayList<>();
      for (int i = 0; i < value.size(); i++) {
        elements.add(template(value.get(i), path + "/" + i));
      }
      return new Template.Elements(elements);
    }
    return value.isString()
        ? new Template.Program(compiled(value.stringValue(), path))
        : new Template.Literal(value);
  }

  private static Optional<JqProgram> program(JsonNode value, String path) {
    if (value instanceof MissingNode || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString() && !value.isBoolean()) {
      throw invalid(path, "This must be a JQ program.");
    }
    return Optional.of(compiled(value.asString(), path));
  }

  private static JqProgram compiled(String text, String path) {
    try {
      return JqProgram.compile(text);
    } catch (InvalidJqException e) {
      throw invalid(path, "This is no JQ program: %s.".formatted(e.getMessage()));
    }
  }

  private static InvalidConfigurationException invalid(String path, String message) {
    return new InvalidConfigurationException(path, message);
  }
}
