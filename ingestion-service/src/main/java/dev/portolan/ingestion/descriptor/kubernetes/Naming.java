package dev.portolan.ingestion.descriptor.kubernetes;

import dev.portolan.events.EntityRef;
import java.util.Optional;

/**
 * What a source says of all workloads of its cluster.
 *
 * @param cluster the name of the cluster; empty where nobody knows it
 * @param namespace of the catalog that entities of their own stand in; {@code {namespace}} in it is
 *     the cluster's
 * @param ownerLabel the label that names the team, where workloads have such a one
 */
public record Naming(String cluster, String namespace, Optional<String> ownerLabel) {
  /** In the place of the cluster's namespace. */
  public static final String CLUSTERS_NAMESPACE = "{namespace}";

  /** Of manifests, which do not know where they will be. */
  public static final Naming OF_MANIFESTS =
      new Naming("", EntityRef.DEFAULT_NAMESPACE, Optional.empty());

  String namespaceOf(Workload workload) {
    return namespace.replace(
        CLUSTERS_NAMESPACE,
        workload.namespace().isEmpty() ? EntityRef.DEFAULT_NAMESPACE : workload.namespace());
  }

  /** Where a workload is, among those of all clusters. */
  String place(Workload workload) {
    return cluster.isEmpty() ? workload.path() : cluster + "/" + workload.path();
  }
}
