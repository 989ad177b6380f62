package dev.portolan.ingestion.adapter.kubernetes;

import dev.portolan.ingestion.descriptor.kubernetes.WorkloadKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is asked of a cluster at once: resources of one kind, of one namespace or of all.
 *
 * @param context what they are
 */
record Part(
    ResourceDefinitionContext context,
    FilterWatchListDeletable<
            GenericKubernetesResource,
            GenericKubernetesResourceList,
            Resource<GenericKubernetesResource>>
        resources) {

  private static final ResourceDefinitionContext SERVICES =
      new ResourceDefinitionContext.Builder()
          .withGroup("")
          .withVersion("v1")
          .withKind("Service")
          .withPlural("services")
          .withNamespaced(true)
          .build();

  /** All parts of a source: of the workloads those that it selects, and services. */
  static List<Part> of(KubernetesSource source, KubernetesClient client) {
    List<Part> parts = new ArrayList<>();
    Stream.of(WorkloadKind.values())
        .filter(kind -> !kind.isOptional() || isServed(kind, client))
        .forEach(
            kind ->
                parts.addAll(of(context(kind), source, client, source.labelSelector().orElse(""))));
    parts.addAll(of(SERVICES, source, client, ""));
    return parts;
  }

  /** The items of a list do not say what they are: the list does. */
  GenericKubernetesResource withKind(GenericKubernetesResource resource) {
    String group = context.getGroup().isEmpty() ? "" : context.getGroup() + "/";
    resource.setApiVersion(group + context.getVersion());
    resource.setKind(context.getKind());
    return resource;
  }

  private static ResourceDefinitionContext context(WorkloadKind kind) {
    return new ResourceDefinitionContext.Builder()
        .withGroup(kind.group())
        .withVersion(kind.version())
        .withKind(kind.kind())
        .withPlural(kind.plural())
        .withNamespaced(true)
        .build();
  }

  /** Only an answer that says so tells that a cluster does without a kind. */
  private static boolean isServed(WorkloadKind kind, KubernetesClient client) {
    var served = client.getApiResources(kind.group() + "/" + kind.version());
    return served != null
        && served.getResources().stream().anyMatch(each -> kind.plural().equals(each.getName()));
  }

  private static List<Part> of(
      ResourceDefinitionContext context,
      KubernetesSource source,
      KubernetesClient client,
      String selector) {
    var all = client.genericKubernetesResources(context);
    if (source.namespaces().isEmpty()) {
      return List.of(new Part(context, all.inAnyNamespace().withLabelSelector(selector)));
    }
    return source.namespaces().stream()
        .map(namespace -> new Part(context, all.inNamespace(namespace).withLabelSelector(selector)))
        .toList();
  }
}
