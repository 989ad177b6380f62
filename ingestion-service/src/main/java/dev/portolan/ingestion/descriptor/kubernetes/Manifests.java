package dev.portolan.ingestion.descriptor.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Manifests that are applied together, and so may speak of each other. */
public final class Manifests {
  private final Map<String, Workload> workloads = new LinkedHashMap<>();
  private final List<Service> services = new ArrayList<>();
  private Optional<Map<String, Described>> described = Optional.empty();

  /** Those of one document. */
  public static Manifests of(JsonNode tree) {
    Manifests manifests = new Manifests();
    manifests.add(tree);
    return manifests;
  }

  /** Adds what a document holds. */
  public void add(JsonNode tree) {
    parts(tree)
        .forEach(
            (_, manifest) -> {
              Workload.of(manifest)
                  .filter(each -> !each.isTemplate())
                  .ifPresent(each -> workloads.put(each.path(), each));
              Service.of(manifest).ifPresent(services::add);
            });
    described = Optional.empty();
  }

  /** Whether no workload is among them. */
  public boolean isEmpty() {
    return workloads.isEmpty();
  }

  /**
   * What a workload says together with others of the same entity; empty when it is none of these.
   */
  public Optional<Described> with(Workload workload) {
    if (described.isEmpty()) {
      Map<String, Described> byPath = new LinkedHashMap<>();
      Workloads.describe(workloads.values(), services, Naming.OF_MANIFESTS)
          .forEach(each -> each.paths().forEach(path -> byPath.put(path, each)));
      described = Optional.of(byPath);
    }
    return Optional.ofNullable(described.get().get(workload.path()));
  }

  /** The workloads of a document, by where they stand in it as a JSON pointer. */
  public static Map<String, Workload> workloads(JsonNode tree) {
    Map<String, Workload> workloads = new LinkedHashMap<>();
    parts(tree)
        .forEach(
            (part, manifest) ->
                Workload.of(manifest).ifPresent(workload -> workloads.put(part, workload)));
    return workloads;
  }

  /** A manifest, or those of a {@code List} as {@code kubectl get} writes it. */
  private static Map<String, JsonNode> parts(JsonNode tree) {
    if (!tree.path("kind").asString("").equals("List")) {
      return Map.of("", tree);
    }
    Map<String, JsonNode> parts = new LinkedHashMap<>();
    int index = 0;
    for (JsonNode item : tree.path("items")) {
      parts.put("/items/" + index++, item);
    }
    return parts;
  }
}
