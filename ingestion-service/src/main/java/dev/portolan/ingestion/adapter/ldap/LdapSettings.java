package dev.portolan.ingestion.adapter.ldap;

import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import dev.portolan.ingestion.adapter.network.AllowedHosts;
import dev.portolan.ingestion.adapter.network.Secrets;
import java.time.Duration;

/**
 * What all sources in directories have in common.
 *
 * @param hosts that may be spoken to, and what each may be told
 * @param secrets the passwords
 * @param silence how long a directory may answer nothing
 */
public record LdapSettings(AllowedHosts hosts, Secrets secrets, Duration silence) {
  private static final Duration SILENCE = Duration.ofSeconds(30);

  /** As it is outside of tests. */
  public static LdapSettings of(AllowedHosts hosts, Secrets secrets) {
    return new LdapSettings(hosts, secrets, SILENCE);
  }

  /** Refuses a source that may not be read, before it is kept. */
  void check(LdapSource source) {
    hosts.checkReachable(source.url());
    hosts.checkSecret(source.url(), "secret", source.secret());
    if (password(source).isEmpty()) {
      // To a directory, a user without a password is nobody in particular.
      throw new InvalidConfigurationException("secret", "The secret is empty.");
    }
    if (!source.isEncrypted() && !hosts.isInside(source.url())) {
      throw new InvalidConfigurationException(
          "url",
          "The url must be ldaps://…, or 'startTls' true: a connection in the clear is for the hosts of %s."
              .formatted(hosts.settings().inside()));
    }
  }

  /** The password. */
  String password(LdapSource source) {
    return secrets.get("secret", source.secret());
  }
}
