package dev.portolan.ingestion.adapter.database;

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
 * @param url of the database, as {@code scheme://host:port/database}
 * @param user who reads
 * @param secret the name of the password
 * @param tls one of the database's modes; empty: as the host wants it
 * @param follow whether changes are heard as they are committed
 * @param tables what the rows of each become
 */
record DatabaseSource(
    URI url,
    String user,
    String secret,
    Optional<String> tls,
    boolean follow,
    Map<TableName, Mapping> tables) {
  private static final int MOST_TABLES = 50;
  private static final Set<String> KEYS =
      Set.of("url", "user", "secret", "sslmode", "follow", "tables");

  /** Reads a configuration, and compiles its programs. */
  static DatabaseSource of(Map<String, Object> values, Database database) {
    Configuration configuration = new Configuration(values, KEYS);
    URI url = url(configuration, database);
    return new DatabaseSource(
        url,
        configuration.requiredText("user", "portolan"),
        Secrets.Family.DATABASE.nameIn(configuration, "PORTOLAN_DATABASE_CMDB"),
        tls(configuration, database.tls()),
        configuration.flag("follow", true),
        tables(configuration, database.schema(name(url))));
  }

  /** What the database is called in its server. */
  String database() {
    return name(url);
  }

  private static String name(URI url) {
    return url.getPath().substring(1);
  }

  private static URI url(Configuration configuration, Database database) {
    String text =
        configuration.requiredText(
            "url", "%s://cmdb.example.com:%d/cmdb".formatted(database.scheme(), database.port()));
    try {
      URI url = new URI(text);
      boolean named = url.getPath() != null && url.getPath().matches("/[\\w-]{1,63}");
      // The driver takes parameters that load classes and read files.
      boolean bare = url.getRawUserInfo() == null && url.getQuery() == null;
      if (database.scheme().equals(url.getScheme()) && url.getHost() != null && named && bare) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Said below, without the text: it may hold a password.
    }
    throw configuration.invalid(
        "url",
        "The url must be %s://host:port/database, with no user, password or parameters."
            .formatted(database.scheme()));
  }

  private static Optional<String> tls(Configuration configuration, TlsModes modes) {
    Optional<String> tls = configuration.text("sslmode");
    if (tls.isPresent() && !modes.all().contains(tls.get())) {
      throw configuration.invalid("sslmode", "'sslmode' must be one of " + modes.all() + ".");
    }
    return tls;
  }

  private static Map<TableName, Mapping> tables(Configuration configuration, String schema) {
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
      add(tables, list.get(i), schema, "tables/" + i + "/");
    }
    return tables;
  }

  private static void add(
      Map<TableName, Mapping> tables, Object entry, String schema, String path) {
    if (!(entry instanceof Map<?, ?> map) || !map.keySet().equals(Set.of("table", "mapping"))) {
      throw new InvalidConfigurationException(
          path,
          "Give each table a 'table', such as %s.services, and a 'mapping'.".formatted(schema));
    }
    TableName table =
        TableName.parse(String.valueOf(map.get("table")), schema)
            .orElseThrow(
                () ->
                    new InvalidConfigurationException(
                        path + "table",
                        "'table' must be a table such as %s.services.".formatted(schema)));
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
