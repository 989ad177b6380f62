package dev.portolan.ingestion.adapter.kubernetes;

import dev.portolan.events.NamingRule;
import dev.portolan.ingestion.adapter.Configuration;
import dev.portolan.ingestion.descriptor.kubernetes.Naming;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The configuration of a source that a cluster speaks for.
 *
 * @param address where its API server is
 * @param naming what is said of all of its workloads
 * @param namespaces of the cluster that are read; empty: all
 * @param labelSelector of the workloads that are read; empty: all
 * @param follow whether changes are heard as they happen
 */
record KubernetesSource(
    Address address,
    Naming naming,
    List<String> namespaces,
    Optional<String> labelSelector,
    boolean follow) {
  private static final int MOST_NAMESPACES = 20;
  private static final Set<String> KEYS =
      Set.of(
          "url",
          "secret",
          "caCertificate",
          "inCluster",
          "cluster",
          "namespace",
          "ownerLabel",
          "namespaces",
          "labelSelector",
          "follow");

  static KubernetesSource of(Map<String, Object> values) {
    Configuration configuration = new Configuration(values, KEYS);
    return new KubernetesSource(
        Address.of(configuration),
        naming(configuration),
        namespaces(configuration),
        configuration.text("labelSelector"),
        configuration.flag("follow", true));
  }

  private static Naming naming(Configuration configuration) {
    String cluster = configuration.requiredText("cluster", "prod-eu");
    if (!NamingRule.NAME.allows(cluster)) {
      throw configuration.invalid(
          "cluster", "'cluster' is a name of your own: " + NamingRule.NAME.words() + ".");
    }
    String namespace = configuration.text("namespace").orElse("default");
    if (!NamingRule.NAMESPACE.allows(namespace.replace(Naming.CLUSTERS_NAMESPACE, "n"))) {
      throw configuration.invalid(
          "namespace",
          "'namespace' is one of the catalog: %s. In it %s stands for the cluster's."
              .formatted(NamingRule.NAMESPACE.words(), Naming.CLUSTERS_NAMESPACE));
    }
    return new Naming(cluster, namespace, configuration.text("ownerLabel"));
  }

  private static List<String> namespaces(Configuration configuration) {
    Object value = configuration.value("namespaces").orElse(List.of());
    if (value instanceof List<?> list
        && list.size() <= MOST_NAMESPACES
        && list.stream().allMatch(each -> String.valueOf(each).matches("[a-z0-9-]{1,63}"))) {
      return list.stream().map(String::valueOf).distinct().toList();
    }
    throw configuration.invalid(
        "namespaces",
        "'namespaces' must be a list of at most %d namespaces of the cluster; leave it out for all of them."
            .formatted(MOST_NAMESPACES));
  }
}
