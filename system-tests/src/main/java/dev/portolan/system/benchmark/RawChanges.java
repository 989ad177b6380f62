package dev.portolan.system.benchmark;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.neo4j.driver.Driver;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * What lies underneath a followed table, without Portolan: a replication slot, and a node set in
 * Neo4j for each change. Nothing is mapped, checked, merged, kept or published.
 */
final class RawChanges implements AutoCloseable {
  private static final String HEARD =
      """
      select count(*) from pg_logical_slot_get_binary_changes(
        'raw', null, null, 'proto_version', '1', 'publication_names', 'raw')
      """;

  private final RawGraph graph;
  private final Connection cmdb;
  private final Driver driver;
  private int changes;

  private RawChanges(RawGraph graph, Connection cmdb) {
    this.graph = graph;
    this.cmdb = cmdb;
    this.driver = graph.driver();
  }

  /** Begins to listen to a table of its own. */
  static RawChanges of(RawGraph graph, Connection cmdb) throws SQLException {
    try (Statement statement = cmdb.createStatement()) {
      statement.execute("create table raw (id bigint primary key, description text)");
      statement.execute("insert into raw values (1, '')");
      statement.execute("create publication raw for table raw");
      statement.execute("select pg_create_logical_replication_slot('raw', 'pgoutput')");
    }
    return new RawChanges(graph, cmdb);
  }

  /** Selects all rows of the CMDB and writes them as bare nodes. */
  double secondsToCopy() throws SQLException {
    long begun = System.nanoTime();
    ArrayNode entities = JsonMapper.shared().createArrayNode();
    try (Statement statement = cmdb.createStatement();
        ResultSet rows = statement.executeQuery("select name, description from services")) {
      while (rows.next()) {
        entities
            .addObject()
            .put("kind", "Component")
            .put("description", rows.getString("description"))
            .putObject("metadata")
            .put("name", rows.getString("name"));
      }
    }
    double selected = (System.nanoTime() - begun) / 1e9;
    return selected + graph.secondsToWrite(entities.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Changes a row, hears of it and sets its node. */
  int change() throws SQLException {
    try (Statement statement = cmdb.createStatement()) {
      statement.execute("update raw set description = 'Changed %d'".formatted(++changes));
      long heard = 0;
      while (heard == 0) {
        ResultSet count = statement.executeQuery(HEARD);
        count.next();
        heard = count.getLong(1);
      }
    }
    driver
        .executableQuery("MERGE (n:RawRow {id: 1}) SET n.description = $description")
        .withParameters(Map.of("description", "Changed " + changes))
        .execute();
    return changes;
  }

  @Override
  public void close() throws SQLException {
    driver.close();
    try (Statement statement = cmdb.createStatement()) {
      statement.execute("select pg_drop_replication_slot('raw')");
    }
  }
}
