package dev.portolan.ingestion.adapter.kubernetes;

import dev.portolan.ingestion.descriptor.kubernetes.Described;
import dev.portolan.ingestion.descriptor.kubernetes.Naming;
import dev.portolan.ingestion.descriptor.kubernetes.Service;
import dev.portolan.ingestion.descriptor.kubernetes.Workload;
import dev.portolan.ingestion.descriptor.kubernetes.Workloads;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is known of a cluster; of each resource no more than may be told. */
final class ClusterState {
  private final Map<String, Workload> workloads = new ConcurrentHashMap<>();
  private final Map<String, Service> services = new ConcurrentHashMap<>();

  /** A resource is there, or is now otherwise. Returns whether anything that is told is. */
  boolean put(GenericKubernetesResource resource) {
    JsonNode manifest = JsonMapper.shared().valueToTree(resource);
    return Workload.of(manifest).map(each -> isNew(workloads, each.path(), each)).orElse(false)
        || Service.of(manifest).map(each -> isNew(services, each.path(), each)).orElse(false);
  }

  private static <T> boolean isNew(Map<String, T> known, String path, T now) {
    return !now.equals(known.put(path, now));
  }

  /** A resource is there no more. Returns whether anything that was told is gone. */
  boolean remove(GenericKubernetesResource resource) {
    JsonNode manifest = JsonMapper.shared().valueToTree(resource);
    return Workload.of(manifest).map(each -> workloads.remove(each.path())).isPresent()
        || Service.of(manifest).map(each -> services.remove(each.path())).isPresent();
  }

  int size() {
    return workloads.size() + services.size();
  }

  /** What the workloads say, by path. */
  Map<String, Described> picture(Naming naming) {
    Map<String, Described> picture = new LinkedHashMap<>();
    Workloads.describe(workloads.values(), services.values(), naming)
        .forEach(each -> picture.put(each.path(), each));
    return picture;
  }
}
