package dev.portolan.ingestion.descriptor.kubernetes;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A name under which the pods of workloads are reached.
 *
 * @param selector the labels of those pods; a service without any selects none
 */
public record Service(String namespace, String name, Map<String, String> selector) {

  /** Reads a manifest; empty when it is no service. */
  public static Optional<Service> of(JsonNode manifest) {
    return manifest.path("apiVersion").asString("").equals("v1")
            && manifest.path("kind").asString("").equals("Service")
        ? Optional.of(
            new Service(
                manifest.path("metadata").path("namespace").asString(""),
                manifest.path("metadata").path("name").asString(""),
                Workload.texts(manifest.path("spec").path("selector"))))
        : Optional.empty();
  }

  /** Where it stands; no two have the same. */
  public String path() {
    return namespace + "/service/" + name;
  }

  boolean selects(Workload workload) {
    return !selector.isEmpty()
        && workload.namespace().equals(namespace)
        && workload.podLabels().entrySet().containsAll(selector.entrySet());
  }

  /** Whether a pod of that namespace reaches it by this host. */
  boolean isReachedBy(String host, String fromNamespace) {
    String[] parts = host.split("\\.", -1);
    boolean inside = parts.length == 1 || parts.length == 2 || parts[2].equals("svc");
    return inside
        && parts[0].equals(name)
        && namespace.equals(parts.length == 1 ? fromNamespace : parts[1]);
  }
}
