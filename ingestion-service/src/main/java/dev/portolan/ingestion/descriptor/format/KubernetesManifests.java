package dev.portolan.ingestion.descriptor.format;

import dev.portolan.ingestion.descriptor.dialect.Translation;
import dev.portolan.ingestion.descriptor.kubernetes.Described;
import dev.portolan.ingestion.descriptor.kubernetes.Naming;
import dev.portolan.ingestion.descriptor.kubernetes.Service;
import dev.portolan.ingestion.descriptor.kubernetes.Workload;
import dev.portolan.ingestion.descriptor.kubernetes.Workloads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Manifests of workloads, which say what a cluster is to run; {@code List}s of manifests, as {@code
 * kubectl get -o yaml} writes them, too.
 */
public record KubernetesManifests() implements Format {

  @Override
  public String name() {
    return "kubernetes";
  }

  @Override
  public boolean recognises(FileDocument document) {
    return !workloads(document.tree()).isEmpty();
  }

  @Override
  public List<Translation> translate(FileDocument document) {
    Map<String, Workload> workloads = workloads(document.tree());
    List<Service> services =
        manifests(document.tree()).values().stream()
            .flatMap(each -> Service.of(each).stream())
            .toList();
    List<Translation> translations = new ArrayList<>();
    List<Workload> filledIn = new ArrayList<>();
    workloads.forEach(
        (part, workload) -> {
          if (workload.isTemplate()) {
            translations.add(
                new Translation.ToNothing(
                    "a template of a Kubernetes manifest: an engine has yet to fill in its {{ … }}",
                    part));
          } else {
            filledIn.add(workload);
          }
        });
    Map<String, String> parts = new LinkedHashMap<>();
    workloads.forEach((part, workload) -> parts.putIfAbsent(workload.path(), part));
    for (Described each : Workloads.describe(filledIn, services, Naming.OF_MANIFESTS)) {
      translations.add(each.translation(name(), parts.getOrDefault(each.path(), "")));
    }
    return translations;
  }

  /** The workloads of a document, by where they stand in it. */
  private static Map<String, Workload> workloads(JsonNode tree) {
    Map<String, Workload> workloads = new LinkedHashMap<>();
    manifests(tree)
        .forEach(
            (part, manifest) ->
                Workload.of(manifest).ifPresent(workload -> workloads.put(part, workload)));
    return workloads;
  }

  private static Map<String, JsonNode> manifests(JsonNode tree) {
    if (!tree.path("kind").asString("").equals("List")) {
      return Map.of("", tree);
    }
    Map<String, JsonNode> manifests = new LinkedHashMap<>();
    int index = 0;
    for (JsonNode item : tree.path("items")) {
      manifests.put("/items/" + index++, item);
    }
    return manifests;
  }
}
