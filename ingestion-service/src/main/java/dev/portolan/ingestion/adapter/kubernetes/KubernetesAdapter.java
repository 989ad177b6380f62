package dev.portolan.ingestion.adapter.kubernetes;

import dev.portolan.ingestion.adapter.FollowingAdapter;
import dev.portolan.ingestion.adapter.FollowingException;
import dev.portolan.ingestion.adapter.FoundDocument;
import dev.portolan.ingestion.adapter.Listener;
import dev.portolan.ingestion.adapter.Reception;
import dev.portolan.ingestion.adapter.SourceReading;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import dev.portolan.ingestion.descriptor.kubernetes.Described;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads the workloads of a Kubernetes cluster, and hears what changes in them.
 *
 * <p>Configuration: {@code url}, {@code secret} and {@code caCertificate}, or {@code inCluster};
 * {@code cluster}; {@code namespaces}, {@code labelSelector}; {@code namespace}, {@code
 * ownerLabel}; {@code follow}. docs/kubernetes.md says what each is.
 */
public final class KubernetesAdapter implements FollowingAdapter {
  private final DescriptorReader reader;
  private final KubernetesSettings settings;

  /** Reads clusters. */
  public KubernetesAdapter(DescriptorReader reader, KubernetesSettings settings) {
    this.reader = reader;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "kubernetes";
  }

  @Override
  public void check(Map<String, Object> configuration) {
    settings.access(KubernetesSource.of(configuration));
  }

  @Override
  public boolean follows(Map<String, Object> configuration) {
    return KubernetesSource.of(configuration).follow();
  }

  @Override
  public SourceReading read(String source, Map<String, Object> configuration, Reception reception) {
    KubernetesSource asked = KubernetesSource.of(configuration);
    Access access = settings.access(asked);
    try (KubernetesClient client = Client.of(access)) {
      ClusterState state = ClusterListing.list(asked, client);
      state.picture(asked.naming()).values().forEach(each -> reception.take(found(each)));
      return new SourceReading(state.size(), null, List.of(), List.of());
    } catch (KubernetesClientException e) {
      return new SourceReading(
          0, null, List.of("The cluster cannot be read: " + reason(e, access) + "."), List.of());
    }
  }

  @Override
  public void follow(String source, Map<String, Object> configuration, Listener listener)
      throws InterruptedException {
    KubernetesSource asked = KubernetesSource.of(configuration);
    Access access = settings.access(asked);
    try (KubernetesClient client = Client.of(access);
        ClusterWatch watch = new ClusterWatch(Part.of(asked, client))) {
      Map<String, Described> before = watch.state().picture(asked.naming());
      // Nobody keeps for us what happened while we were away.
      listener.listening(true);
      while (true) {
        watch.awaitChange();
        Map<String, Described> now = watch.state().picture(asked.naming());
        Set<String> changed = difference(before, now);
        if (!changed.isEmpty()) {
          listener.changed(changed, sink -> hand(changed, watch, asked, sink));
        }
        before = now;
      }
    } catch (KubernetesClientException e) {
      throw new FollowingException("The cluster cannot be followed: " + reason(e, access));
    }
  }

  @Override
  public void leave(String source, Map<String, Object> configuration) {
    // A watch leaves nothing at the cluster.
  }

  private static Set<String> difference(Map<String, Described> before, Map<String, Described> now) {
    Set<String> paths = new HashSet<>(before.keySet());
    paths.addAll(now.keySet());
    paths.removeIf(path -> Objects.equals(before.get(path), now.get(path)));
    return paths;
  }

  private void hand(
      Collection<String> paths,
      ClusterWatch watch,
      KubernetesSource asked,
      Consumer<FoundDocument> sink) {
    Map<String, Described> now = watch.state().picture(asked.naming());
    now.values().stream()
        .filter(each -> paths.contains(each.path()))
        .map(this::found)
        .forEach(sink);
  }

  private FoundDocument found(Described described) {
    return new FoundDocument(described.path(), reader.read(described.translation()));
  }

  /** The innermost reason, as far as the token does not stand in it. */
  private static String reason(KubernetesClientException error, Access access) {
    Throwable root = error;
    while (root.getCause() != null
        && !(root instanceof KubernetesClientException known && known.getCode() > 0)) {
      root = root.getCause();
    }
    String text =
        root instanceof KubernetesClientException known && known.getStatus() != null
            ? known.getCode() + ", " + known.getStatus().getMessage()
            : String.valueOf(root.getMessage());
    return access.withoutToken(text);
  }
}
