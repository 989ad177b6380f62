package dev.portolan.ingestion.adapter.database;

import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import dev.portolan.ingestion.adapter.network.AllowedHosts;
import dev.portolan.ingestion.adapter.network.Secrets;

/**
 * What all sources in databases have in common.
 *
 * @param hosts that may be spoken to, and what each may be told
 * @param secrets the passwords
 */
public record DatabaseSettings(AllowedHosts hosts, Secrets secrets) {

  /**
   * How to log in at a source's database.
   *
   * @throws InvalidConfigurationException when the source may not be read
   */
  Login login(DatabaseSource source, Database database) {
    hosts.checkReachable(source.url());
    hosts.checkSecret(source.url(), "secret", source.secret());
    int port = source.url().getPort();
    return new Login(
        source.url().getHost(),
        port < 0 ? database.port() : port,
        source.database(),
        source.user(),
        secrets.get("secret", source.secret()),
        tls(source, database.tls()));
  }

  private String tls(DatabaseSource source, TlsModes modes) {
    boolean inside = hosts.isInside(source.url());
    String tls = source.tls().orElse(inside ? modes.inside() : modes.strictest());
    if (!inside && !tls.equals(modes.strictest())) {
      throw new InvalidConfigurationException(
          "sslmode",
          "'sslmode' must be %s: anything less is for the hosts of %s."
              .formatted(modes.strictest(), hosts.settings().inside()));
    }
    return tls;
  }
}
