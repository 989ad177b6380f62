package dev.portolan.outbox.relay;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Where the service's PostgreSQL is: the relay needs connections of its own beside the pool's.
 *
 * @param url as the service has it
 * @param sslMode the driver's setting of that name
 */
record Database(
    String url, String host, int port, String name, String sslMode, String user, String password) {
  private static final String SCHEME = "jdbc:postgresql://";
  private static final int DEFAULT_PORT = 5432;
  private static final Pattern SSL_MODE = Pattern.compile("(?:^|&)sslmode=([^&]+)");

  static Database of(JdbcConnectionDetails details) {
    return of(
        details.getJdbcUrl(),
        Objects.requireNonNullElse(details.getUsername(), ""),
        Objects.requireNonNullElse(details.getPassword(), ""));
  }

  /**
   * Takes the URL apart.
   *
   * @throws IllegalArgumentException when it is not of the form that the relay understands
   */
  static Database of(String url, String user, String password) {
    URI parts = url.startsWith(SCHEME) ? URI.create(url.substring("jdbc:".length())) : null;
    if (parts == null || parts.getHost() == null || parts.getPath().length() < 2) {
      throw new IllegalArgumentException(
          "The outbox needs spring.datasource.url to be jdbc:postgresql://host:port/database with"
              + " one host, and it is not");
    }
    Matcher sslMode = SSL_MODE.matcher(Objects.requireNonNullElse(parts.getQuery(), ""));
    return new Database(
        url,
        parts.getHost(),
        parts.getPort() < 0 ? DEFAULT_PORT : parts.getPort(),
        parts.getPath().substring(1),
        sslMode.find() ? sslMode.group(1) : "prefer",
        user,
        password);
  }

  /** A connection that finds out within half a minute that the server is gone. */
  Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "portolan-outbox");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "30");
    properties.setProperty("tcpKeepAlive", "true");
    return DriverManager.getConnection(url, properties);
  }

  /** Without the password, which is nobody's business. */
  @Override
  public String toString() {
    return host + ":" + port + "/" + name;
  }
}
