package dev.portolan.ingestion.adapter.database.postgres;

import dev.portolan.ingestion.adapter.FollowingException;
import dev.portolan.ingestion.adapter.database.Database;
import dev.portolan.ingestion.adapter.database.Login;
import dev.portolan.ingestion.adapter.database.Table;
import dev.portolan.ingestion.adapter.database.TableName;
import dev.portolan.ingestion.adapter.database.TlsModes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A PostgreSQL, which keeps its log for us in a replication slot. */
public final class Postgres implements Database {
  private static final int FETCHED = 500;
  private static final String LIMITS =
      "set statement_timeout = '5min'; set lock_timeout = '10s'; set idle_in_transaction_session_timeout = '15min'";
  private static final Set<String> KEY_TYPES =
      Set.of("smallint", "integer", "bigint", "text", "character varying", "uuid");
  private static final String KEY =
      """
      select a.attname, format_type(a.atttypid, null) as type
      from pg_index i
      join unnest(i.indkey) with ordinality as k (attnum, n) on true
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
      where i.indrelid = to_regclass(?) and i.indisprimary order by k.n
      """;

  @Override
  public String adapter() {
    return "postgres";
  }

  @Override
  public String scheme() {
    return "postgresql";
  }

  @Override
  public int port() {
    return 5432;
  }

  @Override
  public TlsModes tls() {
    return new TlsModes(
        List.of("disable", "prefer", "require", "verify-ca", "verify-full"),
        "prefer",
        "verify-full");
  }

  @Override
  public String schema(String database) {
    return "public";
  }

  @Override
  public Connection open(Login login) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", login.user());
    properties.setProperty("password", login.password());
    properties.setProperty("sslmode", login.tls());
    properties.setProperty("ApplicationName", "portolan");
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("socketTimeout", "330");
    properties.setProperty("tcpKeepAlive", "true");
    Connection connection =
        DriverManager.getConnection(
            "jdbc:postgresql://%s:%d/%s".formatted(login.host(), login.port(), login.database()),
            properties);
    try (var statement = connection.createStatement()) {
      statement.execute(LIMITS);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public PreparedStatement selectKey(TableName table, Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(KEY);
    statement.setString(1, Statements.quoted(table));
    return statement;
  }

  @Override
  public Set<String> keyTypes() {
    return KEY_TYPES;
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
    PreparedStatement statement = connection.prepareStatement(Statements.selectSome(table));
    for (int i = 0; i < table.key().size(); i++) {
      int column = i;
      Object[] texts = keys.stream().map(key -> key.get(column)).toArray();
      statement.setArray(i + 1, connection.createArrayOf("text", texts));
    }
    return statement;
  }

  @Override
  public JsonNode row(ResultSet result, int first) throws SQLException {
    return JsonMapper.shared().readTree(result.getString(first));
  }

  @Override
  public Hearing prepare(String source, List<Table> tables, Connection connection)
      throws SQLException {
    return Replication.of(source).prepare(tables, connection) ? Hearing.FROM_NOW_ON : Hearing.ON;
  }

  @Override
  public Properties connector(String source, Login login) {
    String name = Replication.of(source).name();
    Properties p = new Properties();
    p.setProperty("name", name);
    p.setProperty("topic.prefix", name);
    p.setProperty("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
    p.setProperty("plugin.name", "pgoutput");
    p.setProperty("database.dbname", login.database());
    p.setProperty("database.sslmode", login.tls());
    p.setProperty("publication.name", name);
    p.setProperty("publication.autocreate.mode", "disabled");
    p.setProperty("slot.name", name);
    p.setProperty("slot.max.retries", "0");
    // With the heartbeats it moves the slot on while only other tables are written; else it would
    // keep their log.
    p.setProperty("lsn.flush.mode", "connector_and_driver");
    return p;
  }

  @Override
  public String table(JsonNode origin) {
    return origin.path("schema").asString("") + "." + origin.path("table").asString("");
  }

  @Override
  public void leave(String source, Login login) {
    try (Connection connection = open(login)) {
      Replication.of(source).remove(connection);
    } catch (SQLException e) {
      throw new FollowingException(
          "The replication slot and the publication %s are still there, and the slot keeps PostgreSQL from discarding its log: %s"
              .formatted(Replication.of(source).name(), e.getMessage()),
          e);
    }
  }
}
