package dev.portolan.ingestion.adapter.database;

import dev.portolan.ingestion.adapter.BoundException;
import dev.portolan.ingestion.adapter.FollowingAdapter;
import dev.portolan.ingestion.adapter.FollowingException;
import dev.portolan.ingestion.adapter.FoundDocument;
import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import dev.portolan.ingestion.adapter.Listener;
import dev.portolan.ingestion.adapter.Reception;
import dev.portolan.ingestion.adapter.SourceReading;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads the tables of a database, such as those of a CMDB, and hears what changes in them.
 *
 * <p>Configuration: {@code url}, {@code user}, {@code secret} and {@code sslmode}; {@code tables},
 * each with a {@code table} and a {@code mapping}; {@code follow}. docs/databases.md says what each
 * is.
 */
public final class DatabaseAdapter implements FollowingAdapter {
  private final Database database;
  private final DescriptorReader reader;
  private final DatabaseSettings settings;

  /** Reads tables of databases of one kind. */
  public DatabaseAdapter(Database database, DescriptorReader reader, DatabaseSettings settings) {
    this.database = database;
    this.reader = reader;
    this.settings = settings;
  }

  @Override
  public String name() {
    return database.adapter();
  }

  @Override
  public void check(Map<String, Object> configuration) {
    settings.login(asked(configuration), database);
  }

  @Override
  public boolean follows(Map<String, Object> configuration) {
    return asked(configuration).follow();
  }

  @Override
  public SourceReading read(String source, Map<String, Object> configuration, Reception reception) {
    DatabaseSource asked = asked(configuration);
    List<String> notes = List.of();
    try (Connection connection = database.open(settings.login(asked, database))) {
      // All tables as they were at one moment.
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      RowReading reading = new RowReading(database, connection, reader, reception::take);
      for (Table table : Tables.of(asked, database, connection)) {
        reading.readAll(table);
      }
      connection.commit();
      notes = reading.notes();
      return new SourceReading(asked.tables().size(), null, List.of(), notes);
    } catch (SQLException e) {
      String fault = "The database cannot be read: " + e.getMessage() + ".";
      return new SourceReading(0, null, List.of(fault), notes);
    } catch (UnusableTableException | BoundException e) {
      return new SourceReading(0, null, List.of(e.getMessage() + "."), notes);
    }
  }

  @Override
  public void follow(String source, Map<String, Object> configuration, Listener listener)
      throws InterruptedException {
    DatabaseSource asked = asked(configuration);
    Login login = settings.login(asked, database);
    List<Table> tables;
    Database.Hearing hearing;
    try (Connection connection = database.open(login)) {
      tables = Tables.of(asked, database, connection);
      hearing = database.prepare(source, tables, connection);
    } catch (SQLException e) {
      throw new FollowingException("The database does not answer: " + e.getMessage(), e);
    } catch (UnusableTableException e) {
      throw new FollowingException(String.valueOf(e.getMessage()), e);
    }
    switch (hearing) {
      case ON -> listener.listening(false);
      case FROM_NOW_ON -> listener.listening(true);
      case FROM_ITS_BEGINNING -> {}
    }
    new ChangeFeed(database, login, tables, database.connector(source, login))
        .follow(
            new ChangeFeed.Handler() {
              @Override
              public void began() throws InterruptedException {
                listener.listening(true);
              }

              @Override
              public void rows(List<ChangeFeed.Changed> rows) throws InterruptedException {
                listener.changed(
                    rows.stream().map(each -> each.row().path()).toList(),
                    sink -> readNow(login, rows, sink));
              }

              @Override
              public void truncated(String table) throws InterruptedException {
                listener.changedAltogether("The table " + table + " was truncated.");
              }
            });
  }

  @Override
  public void leave(String source, Map<String, Object> configuration) {
    try {
      database.leave(source, settings.login(asked(configuration), database));
    } catch (InvalidConfigurationException e) {
      throw new FollowingException(
          "What following left in the database is still there: " + e.getMessage(), e);
    }
  }

  private DatabaseSource asked(Map<String, Object> configuration) {
    return DatabaseSource.of(configuration, database);
  }

  private void readNow(
      Login login, List<ChangeFeed.Changed> changed, Consumer<FoundDocument> sink) {
    Map<Table, List<Row>> rows =
        changed.stream()
            .collect(
                Collectors.groupingBy(
                    ChangeFeed.Changed::table,
                    Collectors.mapping(ChangeFeed.Changed::row, Collectors.toList())));
    try (Connection connection = database.open(login)) {
      RowReading reading = new RowReading(database, connection, reader, sink);
      for (Map.Entry<Table, List<Row>> each : rows.entrySet()) {
        reading.read(each.getKey(), each.getValue());
      }
    } catch (SQLException | BoundException e) {
      throw new FollowingException("The changed rows cannot be read: " + e.getMessage(), e);
    }
  }
}
