package dev.portolan.ingestion.descriptor.dialect;

import dev.portolan.ingestion.alias.Alias;
import dev.portolan.ingestion.descriptor.body.Pointers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A descriptor that is being made of another document, and where each part of it comes from. */
public final class Draft {
  /** The annotation with the format of the file in which an entity was found. */
  public static final String FORMAT = "portolan.dev/format";

  /** The field of the spec that relations are put into. */
  static final String RELATIONS = "relations";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonNode original;
  private final ObjectNode tree = NODES.objectNode();
  private final ObjectNode metadata = tree.putObject("metadata");
  private final ObjectNode spec = tree.putObject("spec");
  private final Map<String, String> origins = new HashMap<>();
  private final Map<String, String> notes = new LinkedHashMap<>();
  private final Set<String> aliases = new TreeSet<>();

  Draft(Dialect dialect, JsonNode original) {
    this(original);
    annotation(Alias.DIALECT, NODES.stringNode(dialect.name()), "");
  }

  private Draft(JsonNode original) {
    this.original = original;
    // The kinds that come with Portolan all take this version; others take any.
    tree.put("apiVersion", "backstage.io/v1alpha1");
  }

  /**
   * Of what is described in a format that is no other portal's.
   *
   * @param format its name
   * @param part where in the document it is described; empty for the whole
   */
  public static Draft inFormat(String format, JsonNode document, String part) {
    Draft draft = new Draft(document);
    draft.origins.put("", part);
    draft.annotation(FORMAT, NODES.stringNode(format), part);
    return draft;
  }

  /** What it is. */
  public void sort(Sort sort, String origin) {
    tree.put("kind", sort.kind());
    origins.put("/kind", origin);
    sort.type().ifPresent(type -> spec("type", NODES.stringNode(type), origin));
  }

  /** A field of the metadata, where the document has something for it. */
  public void metadata(String field, String origin) {
    JsonNode value = original.at(JsonPointer.compile(origin));
    if (isSaid(value)) {
      metadata(field, value.isValueNode() ? NODES.stringNode(value.asString()) : value, origin);
    }
  }

  /** A field of the metadata. */
  public void metadata(String field, JsonNode value, String origin) {
    metadata.set(field, value);
    origins.put("/metadata/" + field, origin);
  }

  /** A field of the spec, as it stands in the document, unless that says nothing. */
  public void spec(String field, JsonNode value, String origin) {
    if (isSaid(value)) {
      spec.set(field, value);
      origins.put(Pointers.child("/spec", field), origin);
    }
  }

  /** An annotation; what is no text is kept nowhere but where it stood. */
  public void annotation(String key, JsonNode value, String origin) {
    if (value.isValueNode() && isSaid(value)) {
      metadata.withObject("/annotations").put(key, value.asString());
      origins.put(Pointers.child("/metadata/annotations", key), origin);
    }
  }

  /** A label; the first value of a key stands. */
  public void label(String key, String value, String origin) {
    ObjectNode labels = metadata.withObject("/labels");
    if (!labels.has(key)) {
      labels.put(key, value);
      origins.put(Pointers.child("/metadata/labels", key), origin);
    }
  }

  /** A tag, which is in lower case here. */
  public void tag(JsonNode value, String origin) {
    if (isSaid(value)) {
      add(metadata.withArray("/tags"), "/metadata/tags", lower(value), origin);
    }
  }

  /** A link, where there is a URL. */
  public void link(JsonNode url, JsonNode title, JsonNode type, String origin) {
    if (!isSaid(url)) {
      return;
    }
    ObjectNode link = NODES.objectNode();
    link.set("url", url);
    if (isSaid(title)) {
      link.set("title", title);
    }
    if (isSaid(type)) {
      link.set("type", type);
    }
    add(metadata.withArray("/links"), "/metadata/links", link, origin);
  }

  /** A further name of the entity. */
  public void alias(String alias) {
    aliases.add(alias);
  }

  /** A team that owns it. */
  public void owner(JsonNode team, String origin) {
    if (isSaid(team)) {
      ownerReference(reference("group", team), origin);
    }
  }

  /** Who owns it: the first is the spec's owner, all others are relations. */
  public void ownerReference(JsonNode reference, String origin) {
    if (spec.has("owner")) {
      relation("ownedBy", reference, origin);
    } else {
      spec("owner", reference, origin);
    }
  }

  /** A relation to an entity of which only the name is said. */
  public void relationToAny(
      String type, JsonNode name, Map<String, JsonNode> attributes, String origin) {
    if (!isSaid(name)) {
      return;
    }
    if (attributes.isEmpty()) {
      relation(type, reference(Alias.KIND, name), origin);
      return;
    }
    ObjectNode reference = NODES.objectNode();
    reference.put("kind", Alias.KIND);
    reference.set("name", name.isValueNode() ? NODES.stringNode(name.asString()) : name);
    attributes.forEach(reference.putObject("attributes")::set);
    relation(type, reference, origin);
  }

  /** A relation to an entity of a known kind. */
  public void relation(String type, String kind, JsonNode name, String origin) {
    if (isSaid(name)) {
      relation(type, reference(kind, name), origin);
    }
  }

  /** A relation to an entity that is named whole. */
  public void relation(String type, JsonNode reference, String origin) {
    ObjectNode relations = spec.withObject("/relations");
    JsonNode held = relations.path(type);
    ArrayNode references = held instanceof ArrayNode list ? list : relations.putArray(type);
    add(references, Pointers.child("/spec/relations", type), reference, origin);
  }

  /** A list or mapping names nobody; as an element of a list it is taken for no reference. */
  private static JsonNode reference(String kind, JsonNode name) {
    return name.isValueNode()
        ? NODES.stringNode(kind + ":" + name.asString())
        : NODES.arrayNode().add(name);
  }

  private void add(ArrayNode list, String pointer, JsonNode value, String origin) {
    origins.put(pointer + "/" + list.size(), origin);
    list.add(value);
  }

  /** What the author may want to know of a part of the document. */
  public void note(String origin, String message) {
    origins.put(origin, origin);
    notes.put(origin, message);
  }

  /** What came of it. */
  public Translation done() {
    aliases.remove(metadata.path("name").asString(""));
    if (!aliases.isEmpty()) {
      annotation(Alias.NAMES, NODES.stringNode(String.join(",", aliases)), "");
    }
    return new Translation.ToDescriptor(tree, origins, notes);
  }

  /** YAML leaves the value out where it means nothing. */
  public static boolean isSaid(JsonNode value) {
    return !value.isMissingNode()
        && !value.isNull()
        && !(value.isString() && value.stringValue().isBlank())
        && !(value.isContainer() && value.isEmpty());
  }

  /** The text of a value that may be written as a number; empty when nothing is said. */
  public static Optional<String> text(JsonNode value) {
    return value.isValueNode() && isSaid(value)
        ? Optional.of(value.asString().strip())
        : Optional.empty();
  }

  private static JsonNode lower(JsonNode value) {
    return value.isString()
        ? NODES.stringNode(value.stringValue().toLowerCase(Locale.ROOT))
        : value;
  }
}
