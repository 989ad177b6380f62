package dev.portolan.ingestion.descriptor.kubernetes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * As much of a workload as anybody may know.
 *
 * <p>Environment, arguments, commands, volumes and any annotation that is not ours may hold
 * secrets: nothing of them gets here but names that may be those of hosts, and of these nothing
 * leaves that is not the name of a {@link Service}.
 *
 * @param namespace of the cluster; empty where a manifest leaves it open
 * @param labels its own, and those of its pods that it does not have itself
 * @param annotations those that speak to Portolan
 * @param podLabels by which services select its pods
 * @param said what is told of it: namespace, kind, name, containers and schedule
 * @param hosts that its environment seems to name
 */
public record Workload(
    WorkloadKind kind,
    String namespace,
    String name,
    Map<String, String> labels,
    Map<String, String> annotations,
    Map<String, String> podLabels,
    ObjectNode said,
    Set<String> hosts) {
  private static final List<String> OURS = List.of(Identity.REF, Identity.OWNER);
  private static final List<String> OF_PORT = List.of("name", "containerPort", "protocol");

  /**
   * Reads a manifest; empty when it is no workload, has no name yet, or is one that another makes
   * and removes.
   */
  public static Optional<Workload> of(JsonNode manifest) {
    return WorkloadKind.of(manifest)
        .filter(kind -> kind != WorkloadKind.JOB || !isOwned(manifest))
        .filter(_ -> !manifest.path("metadata").path("name").asString("").isBlank())
        .map(kind -> of(kind, manifest));
  }

  private static boolean isOwned(JsonNode manifest) {
    return !manifest.path("metadata").path("ownerReferences").isEmpty();
  }

  private static Workload of(WorkloadKind kind, JsonNode manifest) {
    JsonNode metadata = manifest.path("metadata");
    JsonNode template = manifest.at(kind.template());
    Map<String, String> podLabels = texts(template.path("metadata").path("labels"));
    Map<String, String> labels = new LinkedHashMap<>(podLabels);
    labels.putAll(texts(metadata.path("labels")));
    Map<String, String> annotations = texts(metadata.path("annotations"));
    annotations.keySet().retainAll(OURS);
    String namespace = metadata.path("namespace").asString("");
    String name = metadata.path("name").asString("");
    ObjectNode said = JsonNodeFactory.instance.objectNode();
    if (!namespace.isEmpty()) {
      said.put("namespace", namespace);
    }
    said.put("kind", kind.kind()).put("name", name);
    if (manifest.path("spec").path("schedule").isString()) {
      said.set("schedule", manifest.path("spec").path("schedule"));
    }
    said.set("containers", containers(template.path("spec").path("containers")));
    return new Workload(
        kind,
        namespace,
        name,
        labels,
        annotations,
        podLabels,
        said,
        Hosts.of(template.path("spec")));
  }

  /** Where it stands, such as {@code shop/deployment/checkout}; no two have the same. */
  public String path() {
    return (namespace.isEmpty() ? "" : namespace + "/")
        + kind.kind().toLowerCase(Locale.ROOT)
        + "/"
        + name;
  }

  /** Whether an engine has yet to fill in what is told. */
  public boolean isTemplate() {
    return (said + " " + labels + annotations).contains("{{");
  }

  /** The value of a label, or nothing. */
  Optional<String> label(String key) {
    return Optional.ofNullable(labels.get(key)).filter(value -> !value.isBlank());
  }

  /** The value of an annotation of ours, or nothing. */
  Optional<String> annotation(String key) {
    return Optional.ofNullable(annotations.get(key)).map(String::strip);
  }

  private static ArrayNode containers(JsonNode containers) {
    ArrayNode said = JsonNodeFactory.instance.arrayNode();
    for (JsonNode each : containers) {
      ObjectNode container = picked(each, List.of("name", "image"));
      if (!each.path("ports").isEmpty()) {
        ArrayNode ports = container.putArray("ports");
        each.path("ports").forEach(port -> ports.add(picked(port, OF_PORT)));
      }
      said.add(container);
    }
    return said;
  }

  private static ObjectNode picked(JsonNode from, List<String> fields) {
    ObjectNode picked = JsonNodeFactory.instance.objectNode();
    for (String field : fields) {
      if (from.path(field).isString() || from.path(field).isNumber()) {
        picked.set(field, from.path(field));
      }
    }
    return picked;
  }

  static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.properties().stream()
        .filter(entry -> entry.getValue().isValueNode())
        .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString("")));
    return texts;
  }
}
