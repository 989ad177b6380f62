package dev.portolan.ingestion.adapter.kubernetes;

import dev.portolan.ingestion.adapter.Configuration;
import dev.portolan.ingestion.adapter.network.Certificates;
import dev.portolan.ingestion.adapter.network.Secrets;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where a cluster's API server is, and who asks. */
sealed interface Address {

  /** The cluster that the service itself runs in. */
  record InCluster() implements Address {}

  /**
   * Any other.
   *
   * @param secret the name of the token
   * @param caCertificate whom to believe beside the usual authorities, as PEM
   */
  record Remote(URI url, String secret, Optional<String> caCertificate) implements Address {}

  static Address of(Configuration configuration) {
    if (!configuration.flag("inCluster", false)) {
      return new Remote(
          url(configuration),
          Secrets.Family.KUBERNETES.nameIn(configuration, "PORTOLAN_KUBERNETES_PROD"),
          Certificates.in(configuration));
    }
    for (String key : new String[] {"url", "secret", "caCertificate"}) {
      if (configuration.value(key).isPresent()) {
        throw configuration.invalid(
            key, "With 'inCluster' the service account says it: leave '" + key + "' out.");
      }
    }
    return new InCluster();
  }

  private static URI url(Configuration configuration) {
    String text = configuration.requiredText("url", "https://kubernetes.example.com:6443");
    try {
      URI url = new URI(text);
      boolean http = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      boolean bare =
          url.getRawUserInfo() == null && url.getQuery() == null && url.getFragment() == null;
      if (http && bare && url.getHost() != null) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Said below, without the text: it may hold what its writer would not have in an answer.
    }
    throw configuration.invalid(
        "url", "The url must be https://… with a host, and with no user, parameters or fragment.");
  }
}
