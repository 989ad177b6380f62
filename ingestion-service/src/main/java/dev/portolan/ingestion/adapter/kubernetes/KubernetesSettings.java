package dev.portolan.ingestion.adapter.kubernetes;

import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import dev.portolan.ingestion.adapter.network.AllowedHosts;
import dev.portolan.ingestion.adapter.network.Secrets;
import java.util.Optional;

/**
 * What all sources in clusters have in common.
 *
 * @param hosts that may be spoken to, and what each may be told
 * @param secrets the tokens
 * @param serviceAccount the service's own; empty when it runs in no cluster
 */
public record KubernetesSettings(
    AllowedHosts hosts, Secrets secrets, Optional<ServiceAccount> serviceAccount) {
  /** How whoever runs the service names the hosts. */
  public static final AllowedHosts.Settings NAMES =
      new AllowedHosts.Settings(
          "PORTOLAN_KUBERNETES_INSIDE_HOSTS",
          "PORTOLAN_KUBERNETES_SECRETS",
          "PORTOLAN_KUBERNETES_PROD");

  /**
   * How the API server of a source is spoken to.
   *
   * @throws InvalidConfigurationException when it may not be
   */
  Access access(KubernetesSource source) {
    return switch (source.address()) {
      case Address.InCluster() ->
          serviceAccount
              .orElseThrow(
                  () ->
                      new InvalidConfigurationException(
                          "inCluster",
                          "The service runs in no cluster that gives it a service account: name a 'url' and a 'secret'."))
              .access();
      case Address.Remote remote -> checked(remote);
    };
  }

  private Access checked(Address.Remote remote) {
    if ("http".equals(remote.url().getScheme()) && !hosts.isInside(remote.url())) {
      throw new InvalidConfigurationException(
          "url",
          "The url must be https://…: http:// is for the hosts of %s."
              .formatted(hosts.settings().inside()));
    }
    hosts.checkReachable(remote.url());
    hosts.checkSecret(remote.url(), "secret", remote.secret());
    secrets.get("secret", remote.secret());
    return new Access(
        remote.url(), () -> secrets.find(remote.secret()).orElse(""), remote.caCertificate());
  }
}
