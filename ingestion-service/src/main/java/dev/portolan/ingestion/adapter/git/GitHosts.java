package dev.portolan.ingestion.adapter.git;

import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The hosts that may be reached, and what each may be told.
 *
 * <p>Whoever may configure a source must not thereby reach the network that the service stands in,
 * nor have a token sent to a host of their own.
 *
 * @param inside hosts that may be reached though their addresses are none of the public network
 * @param tokens the host, with its port where it has one, that each variable's token is for
 */
public record GitHosts(List<String> inside, Map<String, String> tokens) {

  /**
   * Reads what the service's configuration says.
   *
   * @param tokens each as {@code VARIABLE=host}
   */
  public static GitHosts of(List<String> inside, List<String> tokens) {
    Map<String, String> hosts = new HashMap<>();
    for (String token : tokens) {
      int equals = token.indexOf('=');
      if (equals <= 0 || equals == token.length() - 1) {
        throw new IllegalArgumentException(
            "PORTOLAN_GIT_TOKENS has '%s': write VARIABLE=host, such as PORTOLAN_GIT_TOKEN=github.com."
                .formatted(token));
      }
      hosts.put(token.substring(0, equals).strip(), lower(token.substring(equals + 1).strip()));
    }
    return new GitHosts(inside.stream().map(GitHosts::lower).toList(), Map.copyOf(hosts));
  }

  /** Refuses a host that is none of the public network and not allowed either. */
  void checkReachable(URI url) {
    String host = lower(url.getHost());
    if (inside.contains(host)) {
      return;
    }
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!Addresses.isPublic(address)) {
          throw new InvalidConfigurationException(
              "url",
              "The host %s has the address %s, which is none of the public network: whoever runs the service allows it by PORTOLAN_GIT_INSIDE_HOSTS."
                  .formatted(host, address.getHostAddress()));
        }
      }
    } catch (UnknownHostException e) {
      // The fetch says so, and tries it again at the next run.
    }
  }

  /** Refuses to send a token to another host than the one that it is for. */
  void checkToken(URI url, String variable) {
    String host = tokens.get(variable);
    if (host == null) {
      throw new InvalidConfigurationException(
          "tokenVariable",
          "The token of %s is for no host: whoever runs the service says for which by PORTOLAN_GIT_TOKENS, such as %s=github.com."
              .formatted(variable, variable));
    }
    if (!host.equals(authority(url))) {
      throw new InvalidConfigurationException(
          "tokenVariable", "The token of %s is for %s only.".formatted(variable, host));
    }
  }

  private static String authority(URI url) {
    if (!"https".equals(url.getScheme())) {
      return "";
    }
    String host = lower(url.getHost());
    return url.getPort() < 0 || url.getPort() == 443 ? host : host + ":" + url.getPort();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
