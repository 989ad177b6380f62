package dev.portolan.ingestion.adapter.http;

import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import dev.portolan.ingestion.adapter.network.AllowedHosts;
import dev.portolan.ingestion.adapter.network.Secrets;
import java.net.URI;

/** What a source may ask and tell, as whoever runs the service allows it. */
final class HttpSourceCheck {
  private HttpSourceCheck() {}

  /** Refuses hosts of one's own network that are not allowed, and other hosts in the clear. */
  static void reachable(AllowedHosts hosts, URI url) {
    if ("http".equals(url.getScheme()) && !hosts.isInside(url)) {
      throw new InvalidConfigurationException(
          "url",
          "The url must be https://…: http:// is for the hosts of %s."
              .formatted(hosts.settings().inside()));
    }
    hosts.checkReachable(url);
  }

  /** Refuses a source that could not be read, before it is kept. */
  static void check(HttpSource source, AllowedHosts hosts, Secrets secrets) {
    reachable(hosts, source.url());
    source
        .authentication()
        .ifPresent(
            authentication -> {
              hosts.checkSecret(source.url(), Authentication.SECRET, authentication.secret());
              authentication.check(secrets);
            });
  }
}
