package dev.portolan.ingestion.adapter.postgres;

import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import dev.portolan.ingestion.adapter.network.AllowedHosts;
import dev.portolan.ingestion.adapter.network.Secrets;

/**
 * What all sources in databases have in common.
 *
 * @param hosts that may be spoken to, and what each may be told
 * @param secrets the passwords
 */
public record PostgresSettings(AllowedHosts hosts, Secrets secrets) {
  private static final String STRICTEST = "verify-full";

  /** Refuses a source that may not be read, before it is kept. */
  void check(PostgresSource source) {
    hosts.checkReachable(source.url());
    hosts.checkSecret(source.url(), "secret", source.secret());
    password(source);
    if (!hosts.isInside(source.url()) && !tls(source).equals(STRICTEST)) {
      throw new InvalidConfigurationException(
          "sslmode",
          "'sslmode' must be %s: anything less is for the hosts of %s."
              .formatted(STRICTEST, hosts.settings().inside()));
    }
  }

  /** The driver's {@code sslmode}. */
  String tls(PostgresSource source) {
    return source.tls().orElse(hosts.isInside(source.url()) ? "prefer" : STRICTEST);
  }

  /** The password. */
  String password(PostgresSource source) {
    return secrets.get("secret", source.secret());
  }
}
