package dev.portolan.ingestion.adapter.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Connections to a source's database. */
record Session(PostgresSource source, PostgresSettings settings) {
  private static final String LIMITS =
      "set statement_timeout = '5min'; set lock_timeout = '10s'; set idle_in_transaction_session_timeout = '15min'";

  /** A connection that finds out that the server is gone, and that no statement keeps for long. */
  Connection open() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", source.user());
    properties.setProperty("password", settings.password(source));
    properties.setProperty("sslmode", settings.tls(source));
    properties.setProperty("ApplicationName", "portolan");
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("socketTimeout", "330");
    properties.setProperty("tcpKeepAlive", "true");
    Connection connection =
        DriverManager.getConnection(
            "jdbc:postgresql://%s:%d/%s".formatted(source.host(), source.port(), source.database()),
            properties);
    try (var statement = connection.createStatement()) {
      statement.execute(LIMITS);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }
}
