package dev.portolan.ingestion.adapter.postgres;

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
 * Reads the tables of a PostgreSQL, such as those of a CMDB, and hears what changes in them.
 *
 * <p>Configuration: {@code url}, {@code user}, {@code secret} and {@code sslmode}; {@code tables},
 * each with a {@code table} and a {@code mapping}; {@code follow}. docs/databases.md says what each
 * is.
 */
public final class PostgresAdapter implements FollowingAdapter {
  private final DescriptorReader reader;
  private final PostgresSettings settings;

  /** Reads tables. */
  public PostgresAdapter(DescriptorReader reader, PostgresSettings settings) {
    this.reader = reader;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public void check(Map<String, Object> configuration) {
    settings.check(PostgresSource.of(configuration));
  }

  @Override
  public boolean follows(Map<String, Object> configuration) {
    return PostgresSource.of(configuration).follow();
  }

  @Override
  public SourceReading read(String source, Map<String, Object> configuration, Reception reception) {
    PostgresSource asked = checked(configuration);
    List<String> notes = List.of();
    try (Connection connection = new Session(asked, settings).open()) {
      // All tables as they were at one moment.
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      RowReading reading = new RowReading(connection, reader, reception::take);
      for (Table table : Tables.of(asked, connection)) {
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
    PostgresSource asked = checked(configuration);
    Replication replication = Replication.of(source);
    List<Table> tables;
    boolean anew;
    try (Connection connection = new Session(asked, settings).open()) {
      tables = Tables.of(asked, connection);
      anew = replication.prepare(tables, connection);
    } catch (SQLException e) {
      throw new FollowingException("The database does not answer: " + e.getMessage(), e);
    } catch (UnusableTableException e) {
      throw new FollowingException(String.valueOf(e.getMessage()), e);
    }
    listener.listening(anew);
    new ChangeFeed(asked, settings, tables, replication.name())
        .follow(
            new ChangeFeed.Handler() {
              @Override
              public void rows(List<ChangeFeed.Changed> rows) throws InterruptedException {
                listener.changed(
                    rows.stream().map(each -> each.row().path()).toList(),
                    sink -> readNow(asked, rows, sink));
              }

              @Override
              public void truncated(String table) throws InterruptedException {
                listener.changedAltogether("The table " + table + " was truncated.");
              }
            });
  }

  @Override
  public void leave(String source, Map<String, Object> configuration) {
    try (Connection connection = new Session(checked(configuration), settings).open()) {
      Replication.of(source).remove(connection);
    } catch (SQLException | InvalidConfigurationException e) {
      throw new FollowingException(
          "The replication slot and the publication %s are still there, and the slot keeps PostgreSQL from discarding its log: %s"
              .formatted(Replication.of(source).name(), e.getMessage()),
          e);
    }
  }

  private PostgresSource checked(Map<String, Object> configuration) {
    PostgresSource source = PostgresSource.of(configuration);
    settings.check(source);
    return source;
  }

  private void readNow(
      PostgresSource source, List<ChangeFeed.Changed> changed, Consumer<FoundDocument> sink) {
    Map<Table, List<Row>> rows =
        changed.stream()
            .collect(
                Collectors.groupingBy(
                    ChangeFeed.Changed::table,
                    Collectors.mapping(ChangeFeed.Changed::row, Collectors.toList())));
    try (Connection connection = new Session(source, settings).open()) {
      RowReading reading = new RowReading(connection, reader, sink);
      for (Map.Entry<Table, List<Row>> each : rows.entrySet()) {
        reading.read(each.getKey(), each.getValue());
      }
    } catch (SQLException | BoundException e) {
      throw new FollowingException("The changed rows cannot be read: " + e.getMessage(), e);
    }
  }
}
