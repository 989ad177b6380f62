package dev.portolan.ingestion.adapter.ldap;

import dev.portolan.ingestion.adapter.Configuration;
import dev.portolan.ingestion.adapter.mapping.Mapping;
import dev.portolan.ingestion.adapter.network.Certificates;
import dev.portolan.ingestion.adapter.network.Secrets;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The configuration of a source that a directory speaks for.
 *
 * @param url of the directory, as {@code ldaps://host:port}
 * @param startTls whether a connection that begins in the clear is encrypted before anything is
 *     told
 * @param caCertificate whom to believe in place of the usual authorities, as PEM
 * @param user the name of the entry that reads
 * @param secret the name of its password
 * @param attributes what is asked of each entry
 * @param mapping what the entries become
 */
record LdapSource(
    URI url,
    boolean startTls,
    Optional<String> caCertificate,
    String user,
    String secret,
    List<Search> searches,
    List<String> attributes,
    Mapping mapping) {
  private static final String LDAPS = "ldaps";
  private static final int LDAPS_PORT = 636;
  private static final int LDAP_PORT = 389;
  private static final Set<String> KEYS =
      Set.of(
          "url",
          "startTls",
          "caCertificate",
          "user",
          "secret",
          "searches",
          "attributes",
          "mapping");

  /** Reads a configuration, and compiles its programs. */
  static LdapSource of(Map<String, Object> values) {
    Configuration configuration = new Configuration(values, KEYS);
    URI url = url(configuration);
    boolean startTls = configuration.flag("startTls", false);
    if (startTls && LDAPS.equals(url.getScheme())) {
      throw configuration.invalid(
          "startTls", "A connection of ldaps:// is encrypted already: leave 'startTls' out.");
    }
    return new LdapSource(
        url,
        startTls,
        Certificates.in(configuration),
        configuration.requiredText("user", "cn=portolan,ou=services,dc=example,dc=com"),
        Secrets.Family.DATABASE.nameIn(configuration, "PORTOLAN_DATABASE_DIRECTORY"),
        Search.in(configuration),
        Attributes.in(configuration),
        configuration
            .value("mapping")
            .map(mapping -> Mapping.of(mapping, Optional.empty()))
            .orElseGet(DefaultMapping::read));
  }

  boolean isEncryptedAtOnce() {
    return LDAPS.equals(url.getScheme());
  }

  boolean isEncrypted() {
    return startTls || isEncryptedAtOnce();
  }

  int port() {
    if (url.getPort() >= 0) {
      return url.getPort();
    }
    return isEncryptedAtOnce() ? LDAPS_PORT : LDAP_PORT;
  }

  private static URI url(Configuration configuration) {
    String text = configuration.requiredText("url", "ldaps://ldap.example.com");
    try {
      URI url = new URI(text);
      boolean ldap = LDAPS.equals(url.getScheme()) || "ldap".equals(url.getScheme());
      boolean bare =
          url.getRawUserInfo() == null
              && (url.getRawPath() == null || url.getRawPath().matches("/?"))
              && url.getRawQuery() == null
              && url.getRawFragment() == null;
      if (ldap && bare && url.getHost() != null) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Said below, without the text: it may hold a password.
    }
    throw configuration.invalid(
        "url",
        "The url must be ldaps://host or ldap://host, perhaps with a port: what is searched stands in 'searches'.");
  }
}
