package dev.portolan.ingestion.adapter.kubernetes;

import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;

/** Lists a cluster, page by page. */
final class ClusterListing {
  private static final long PAGE = 250;
  private static final int MOST = 100_000;

  private ClusterListing() {}

  /**
   * All that there is.
   *
   * @throws KubernetesClientException when the API server does not answer, or not with everything
   */
  static ClusterState list(KubernetesSource source, KubernetesClient client) {
    ClusterState state = new ClusterState();
    for (Part part : Part.of(source, client)) {
      String next = "";
      do {
        GenericKubernetesResourceList page = part.resources().list(options(next));
        page.getItems().forEach(item -> state.put(part.withKind(item)));
        next = page.getMetadata().getContinue();
        if (state.size() > MOST) {
          throw new KubernetesClientException(
              "There are more than %,d resources: divide them by 'namespaces' among several sources"
                  .formatted(MOST));
        }
      } while (next != null && !next.isEmpty());
    }
    return state;
  }

  private static ListOptions options(String next) {
    ListOptionsBuilder options = new ListOptionsBuilder().withLimit(PAGE);
    return next.isEmpty() ? options.build() : options.withContinue(next).build();
  }
}
