package dev.portolan.stack.tests;

import dev.portolan.stack.tests.Notes.NotesOnServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

record NotesOnPostgres(int port, String password) implements NotesOnServer {

  @Override
  public void write(String note) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        PreparedStatement insert = prepareInsert(connection, statement)) {
      insert.setString(1, note);
      insert.executeUpdate();
    }
  }

  @Override
  public Set<String> all() throws SQLException {
    Set<String> notes = new HashSet<>();
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT text FROM notes")) {
      while (rows.next()) {
        notes.add(rows.getString(1));
      }
    }
    return notes;
  }

  private static PreparedStatement prepareInsert(Connection connection, Statement statement)
      throws SQLException {
    statement.execute("CREATE TABLE IF NOT EXISTS notes (text text)");
    // As the outbox has one: PostgreSQL does not start with a slot that its settings forbid.
    statement.execute(
        """
        SELECT pg_create_logical_replication_slot('notes', 'pgoutput')
        WHERE NOT EXISTS (SELECT FROM pg_replication_slots WHERE slot_name = 'notes')""");
    return connection.prepareStatement("INSERT INTO notes VALUES (?)");
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/portolan_ingestion", "portolan", password);
  }
}
