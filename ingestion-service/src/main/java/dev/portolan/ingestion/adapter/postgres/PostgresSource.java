package dev.portolan.ingestion.adapter.postgres;

import dev.portolan.ingestion.adapter.Configuration;
import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import dev.portolan.ingestion.adapter.mapping.Mapping;
import dev.portolan.ingestion.adapter.network.Secrets;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The configuration of a source that tables speak for.
 *
 * @param url of the database, as {@code postgresql://host:port/database}
 * @param user who reads
 * @param secret the name of the password
 * @param tls the driver's {@code sslmode}; empty: as the host wants it
 * @param follow whether changes are heard as they are committed
 * @param tables what the rows of each become
 */
record PostgresSource(
    URI url,
    String user,
    String secret,
    Optional<String> tls,
    boolean follow,
    Map<TableName, Mapping> tables) {
  private static final int MOST_TABLES = 50;
  private static final int DEFAULT_PORT = 5432;
  private static final Set<String> KEYS =
      Set.of("url", "user", "secret", "sslmode", "follow", "tables");
  private static final Set<String> TLS =
      Set.of("disable", "prefer", "require", "verify-ca", "verify-full");

  /** Reads a configuration, and compiles its programs. */
  static PostgresSource of(Map<String, Object> values) {
    Configuration configuration = new Configuration(values, KEYS);
    return new PostgresSource(
        url(configuration),
        configuration.requiredText("user", "portolan"),
        Secrets.Family.DATABASE.nameIn(configuration, "PORTOLAN_DATABASE_CMDB"),
        tls(configuration),
        configuration.flag("follow", true),
        tables(configuration));
  }

  String host() {
    return url.getHost();
  }

  int port() {
    return url.getPort() < 0 ? DEFAULT_PORT : url.getPort();
  }

  String database() {
    return url.getPath().substring(1);
  }

  private static URI url(Configuration configuration) {
    String text = configuration.requiredText("url", "postgresql://cmdb.example.com:5432/cmdb");
    try {
      URI url = new URI(text);
      boolean named = url.getPath() != null && url.getPath().matches("/[\\w-]{1,63}");
      // The driver takes parameters that load classes and read files.
      boolean bare = url.getRawUserInfo() == null && url.getQuery() == null;
      if ("postgresql".equals(url.getScheme()) && url.getHost() != null && named && bare) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Said below, without the text: it may hold a password.
    }
    throw configuration.invalid(
        "url",
        "The url must be postgresql://host:port/database, with no user, password or parameters.");
  }

  private static Optional<String> tls(Configuration configuration) {
    Optional<String> tls = configuration.text("sslmode");
    if (tls.isPresent() && !TLS.contains(tls.get())) {
      throw configuration.invalid(
          "sslmode", "'sslmode' must be one of " + TLS.stream().sorted().toList() + ".");
    }
    return tls;
  }

  private static Map<TableName, Mapping> tables(Configuration configuration) {
    if (!(configuration.value("tables").orElse(null) instanceof List<?> list)
        || list.isEmpty()
        || list.size() > MOST_TABLES) {
      throw configuration.invalid(
          "tables",
          "'tables' must be a list of 1 to %d tables, each with 'table' and 'mapping'."
              .formatted(MOST_TABLES));
    }
    Map<TableName, Mapping> tables = new LinkedHashMap<>();
    for (int i = 0; i < list.size(); i++) {
      add(tables, list.get(i), "tables/" + i + "/");
    }
    return tables;
  }

  private static void add(Map<TableName, Mapping> tables, Object entry, String path) {
    if (!(entry instanceof Map<?, ?> map) || !map.keySet().equals(Set.of("table", "mapping"))) {
      throw new InvalidConfigurationException(
          path, "Give each table a 'table', such as public.services, and a 'mapping'.");
    }
    TableName table =
        TableName.parse(String.valueOf(map.get("table")))
            .orElseThrow(
                () ->
                    new InvalidConfigurationException(
                        path + "table", "'table' must be a table such as public.services."));
    Mapping mapping = mapping(Objects.requireNonNull(map.get("mapping")), path);
    if (tables.putIfAbsent(table, mapping) != null) {
      throw new InvalidConfigurationException(path + "table", table + " is listed twice.");
    }
  }

  private static Mapping mapping(Object configured, String path) {
    try {
      return Mapping.of(configured, Optional.empty());
    } catch (InvalidConfigurationException e) {
      throw new InvalidConfigurationException(path + e.key(), Objects.toString(e.getMessage()));
    }
  }
}
