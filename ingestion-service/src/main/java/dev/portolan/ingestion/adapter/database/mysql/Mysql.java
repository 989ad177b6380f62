package dev.portolan.ingestion.adapter.database.mysql;

import dev.portolan.ingestion.adapter.database.Database;
import dev.portolan.ingestion.adapter.database.Login;
import dev.portolan.ingestion.adapter.database.Table;
import dev.portolan.ingestion.adapter.database.TableName;
import dev.portolan.ingestion.adapter.database.TlsModes;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A MySQL, whose log is read as a replica reads it. It keeps no place in it for us, and throws away
 * what is old: whoever comes back reads the tables whole.
 */
public final class Mysql implements Database {
  private static final int FETCHED = 500;
  private static final Set<String> NUMBERS =
      Set.of("tinyint", "smallint", "mediumint", "int", "bigint");
  private static final Set<String> TEXTS = Set.of("char", "varchar");
  private static final String KEY =
      """
      select k.column_name, c.data_type
      from information_schema.key_column_usage k
      join information_schema.columns c
        on c.table_schema = k.table_schema and c.table_name = k.table_name
          and c.column_name = k.column_name
      where k.constraint_name = 'PRIMARY' and k.table_schema = ? and k.table_name = ?
      order by k.ordinal_position
      """;

  @Override
  public String adapter() {
    return "mysql";
  }

  @Override
  public String scheme() {
    return "mysql";
  }

  @Override
  public int port() {
    return 3306;
  }

  @Override
  public TlsModes tls() {
    return new TlsModes(
        List.of("disabled", "preferred", "required", "verify_ca", "verify_identity"),
        "preferred",
        "verify_identity");
  }

  @Override
  public String schema(String database) {
    return database;
  }

  @Override
  public Connection open(Login login) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", login.user());
    properties.setProperty("password", login.password());
    properties.setProperty("sslMode", login.tls().toUpperCase(Locale.ROOT));
    properties.setProperty("connectionAttributes", "program_name:portolan");
    properties.setProperty("connectTimeout", "10000");
    properties.setProperty("socketTimeout", "330000");
    // Rows come bit by bit, and not all at once into memory.
    properties.setProperty("useCursorFetch", "true");
    // Years without a date: they are read as what is not there, and not as a fault.
    properties.setProperty("zeroDateTimeBehavior", "CONVERT_TO_NULL");
    return DriverManager.getConnection(
        "jdbc:mysql://%s:%d/%s".formatted(login.host(), login.port(), login.database()),
        properties);
  }

  @Override
  public PreparedStatement selectKey(TableName table, Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(KEY);
    statement.setString(1, table.schema());
    statement.setString(2, table.name());
    return statement;
  }

  @Override
  public Set<String> keyTypes() {
    return Stream.concat(NUMBERS.stream(), TEXTS.stream()).collect(Collectors.toSet());
  }

  @Override
  public PreparedStatement selectAll(Table table, Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(Statements.selectAll(table));
    statement.setFetchSize(FETCHED);
    return statement;
  }

  @Override
  public PreparedStatement selectSome(Table table, List<List<String>> keys, Connection connection)
      throws SQLException {
    PreparedStatement statement =
        connection.prepareStatement(Statements.selectSome(table, keys.size()));
    int parameter = 1;
    for (List<String> key : keys) {
      for (int i = 0; i < table.key().size(); i++) {
        // A number that is compared with a text is compared as a rounded one.
        if (NUMBERS.contains(table.key().get(i).type())) {
          statement.setBigDecimal(parameter++, new BigDecimal(key.get(i)));
        } else {
          statement.setString(parameter++, key.get(i));
        }
      }
    }
    return statement;
  }

  @Override
  public JsonNode row(ResultSet result, int first) throws SQLException {
    return Columns.of(result, first);
  }

  @Override
  public Hearing prepare(String source, List<Table> tables, Connection connection) {
    return Hearing.FROM_ITS_BEGINNING;
  }

  @Override
  public Properties connector(String source, Login login) {
    Properties p = new Properties();
    p.setProperty("name", "portolan");
    p.setProperty("topic.prefix", "portolan");
    p.setProperty("connector.class", "io.debezium.connector.mysql.MySqlConnector");
    p.setProperty("database.ssl.mode", login.tls());
    // Two replicas of one number throw each other out.
    p.setProperty(
        "database.server.id",
        Integer.toString(ThreadLocalRandom.current().nextInt(1 << 20, Integer.MAX_VALUE)));
    p.setProperty("schema.history.internal", "io.debezium.relational.history.MemorySchemaHistory");
    p.setProperty("schema.history.internal.store.only.captured.tables.ddl", "true");
    // Of other tables in the same server: they do not concern us.
    p.setProperty("schema.history.internal.skip.unparseable.ddl", "true");
    // How the tables are defined is the first that the stream tells, and tells that it began.
    p.setProperty("include.schema.changes", "true");
    // Locks need more privileges than a reader has, and tables are not altered while they are read.
    p.setProperty("snapshot.locking.mode", "none");
    return p;
  }

  @Override
  public String table(JsonNode origin) {
    return origin.path("db").asString("") + "." + origin.path("table").asString("");
  }

  /** A replica that is gone leaves nothing. */
  @Override
  public void leave(String source, Login login) {}
}
