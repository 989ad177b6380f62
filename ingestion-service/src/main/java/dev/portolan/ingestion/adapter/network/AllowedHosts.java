package dev.portolan.ingestion.adapter.network;

import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The hosts that may be reached, and what each may be told.
 *
 * <p>Whoever may configure a source must not thereby reach the network that the service stands in,
 * nor have a secret sent to a host of their own.
 *
 * @param settings what whoever runs the service calls these
 * @param inside hosts that may be reached though their addresses are none of the public network
 * @param secrets the hosts, with their ports where they have one, that each secret is for; they
 *     begin with {@code http://} where the secret may go there in the clear
 */
public record AllowedHosts(
    Settings settings, List<String> inside, Map<String, Set<String>> secrets) {

  /**
   * The names of the settings, which stand in every refusal.
   *
   * @param inside lists the hosts inside
   * @param secrets lists what each secret is for
   * @param example a secret's name
   */
  public record Settings(String inside, String secrets, String example) {
    /** Of databases, and of all else that keeps data and speaks another protocol than HTTP. */
    public static final Settings DATABASES =
        new Settings(
            "PORTOLAN_DATABASE_INSIDE_HOSTS",
            "PORTOLAN_DATABASE_SECRETS",
            "PORTOLAN_DATABASE_CMDB");
  }

  /**
   * Reads what the service's configuration says.
   *
   * @param secrets each as {@code NAME=host}; once more for each further host
   */
  public static AllowedHosts of(Settings settings, List<String> inside, List<String> secrets) {
    Map<String, Set<String>> hosts = new HashMap<>();
    for (String secret : secrets) {
      int equals = secret.indexOf('=');
      if (equals <= 0 || equals == secret.length() - 1) {
        throw new IllegalArgumentException(
            "%s has '%s': write NAME=host, such as %s=example.com."
                .formatted(settings.secrets, secret, settings.example));
      }
      hosts
          .computeIfAbsent(secret.substring(0, equals).strip(), _ -> new TreeSet<>())
          .add(lower(secret.substring(equals + 1).strip()));
    }
    return new AllowedHosts(
        settings, inside.stream().map(AllowedHosts::lower).toList(), Map.copyOf(hosts));
  }

  /** Whether the host stands inside, and may be spoken to all the same. */
  public boolean isInside(URI url) {
    return inside.contains(lower(url.getHost()));
  }

  /** Refuses a host that is none of the public network and not allowed either. */
  public void checkReachable(URI url) {
    checkReachable("url", url);
  }

  /**
   * Refuses a host that is none of the public network and not allowed either.
   *
   * @param key of the configuration that names the host
   */
  public void checkReachable(String key, URI url) {
    if (isInside(url)) {
      return;
    }
    String host = lower(url.getHost());
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!Addresses.isPublic(address)) {
          throw new InvalidConfigurationException(
              key,
              "The host %s has the address %s, which is none of the public network: whoever runs the service allows it by %s."
                  .formatted(host, address.getHostAddress(), settings.inside));
        }
      }
    } catch (UnknownHostException e) {
      // The reading says so, and tries it again at the next run.
    }
  }

  /**
   * Refuses to send a secret to another host than the one that it is for.
   *
   * @param key of the configuration that names the secret
   */
  public void checkSecret(URI url, String key, String secret) {
    Set<String> hosts = secrets.getOrDefault(secret, Set.of());
    if (hosts.isEmpty()) {
      throw new InvalidConfigurationException(
          key,
          "The secret %s is for no host: whoever runs the service says for which by %s, such as %s=%s."
              .formatted(secret, settings.secrets, secret, authority(url)));
    }
    if (!hosts.contains(authority(url))) {
      throw new InvalidConfigurationException(
          key, "The secret %s is for %s only.".formatted(secret, String.join(", ", hosts)));
    }
  }

  private static String authority(URI url) {
    String scheme = url.getScheme();
    int usual =
        switch (scheme) {
          case "http" -> 80;
          case "https" -> 443;
          case "postgresql" -> 5432;
          case "mysql" -> 3306;
          case "kafka" -> 9092;
          case "ldap" -> 389;
          case "ldaps" -> 636;
          case null, default -> 0;
        };
    if (usual == 0) {
      return "";
    }
    String host = ("http".equals(scheme) ? "http://" : "") + lower(url.getHost());
    return url.getPort() < 0 || url.getPort() == usual ? host : host + ":" + url.getPort();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
