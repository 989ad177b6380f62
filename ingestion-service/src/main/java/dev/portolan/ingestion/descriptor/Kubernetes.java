package dev.portolan.ingestion.descriptor;

import dev.portolan.ingestion.kind.Kinds;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Manifests of Kubernetes, whose form descriptors share. */
final class Kubernetes {
  /** The version of a resource of the core, which has no group. */
  private static final Pattern CORE = Pattern.compile("v[0-9]+((alpha|beta)[0-9]+)?");

  private static final Set<String> GROUPS =
      Set.of("apps", "batch", "autoscaling", "policy", "extensions", "skaffold");

  /** Domains of groups that operators bring; those of Kubernetes itself end in k8s.io. */
  private static final List<String> DOMAINS =
      List.of(
          "k8s.io",
          "x-k8s.io",
          "openshift.io",
          "argoproj.io",
          "tekton.dev",
          "istio.io",
          "coreos.com",
          "cert-manager.io",
          "fluxcd.io",
          "strimzi.io",
          "crossplane.io",
          "knative.dev",
          "keda.sh",
          "elastic.co",
          "cnpg.io",
          "kyverno.io",
          "gatekeeper.sh",
          "traefik.io",
          "cilium.io",
          "projectcalico.org",
          "external-secrets.io",
          "hashicorp.com",
          "amazonaws.com",
          "azure.com",
          "cloud.google.com",
          "gke.io",
          "cattle.io",
          "velero.io",
          "karpenter.sh",
          "longhorn.io",
          "rook.io",
          "metallb.io",
          "jaegertracing.io",
          "opentelemetry.io",
          "grafana.com",
          "nvidia.com",
          "kubevirt.io",
          "bitnami.com");

  /** What only the API server or its clients write into the metadata. */
  private static final Set<String> METADATA =
      Set.of(
          "creationTimestamp",
          "generateName",
          "resourceVersion",
          "ownerReferences",
          "finalizers",
          "managedFields");

  private Kubernetes() {}

  static boolean isManifest(JsonNode tree) {
    if (!tree.path("apiVersion").isString() || !tree.path("kind").isString()) {
      return false;
    }
    String version = tree.path("apiVersion").stringValue();
    int slash = version.indexOf('/');
    if (slash < 0) {
      return CORE.matcher(version).matches() && !Kinds.isBuiltIn(tree.path("kind").stringValue());
    }
    String group = version.substring(0, slash);
    return GROUPS.contains(group)
        || DOMAINS.stream().anyMatch(domain -> group.equals(domain) || group.endsWith("." + domain))
        || (!group.endsWith("backstage.io")
            && METADATA.stream().anyMatch(tree.path("metadata")::has));
  }
}
