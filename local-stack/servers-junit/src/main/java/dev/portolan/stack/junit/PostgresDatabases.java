package dev.portolan.stack.junit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Databases of tests. They go with the data when the build ends. */
final class PostgresDatabases {
  private PostgresDatabases() {}

  static void create(String host, int port, String user, String password, String name) {
    String url = "jdbc:postgresql://" + host + ":" + port + "/postgres";
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      // The name is NewName's: letters, digits and underscores.
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot create database " + name + " at " + url, e);
    }
  }
}
