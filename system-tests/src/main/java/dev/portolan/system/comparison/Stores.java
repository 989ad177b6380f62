package dev.portolan.system.comparison;

import dev.portolan.system.platform.Http;
import dev.portolan.system.platform.Platform;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import tools.jackson.databind.JsonNode;

/** The stores of a platform, read past its services. */
public record Stores(Map<String, String> settings) {
  private static final int PAGE = 10_000;

  /** Those of this platform. */
  public static Stores of(Platform platform) {
    return new Stores(platform.servers());
  }

  /** Reference and version of every entity that exists, as the write side has it. */
  public Map<String, Long> postgres() throws SQLException {
    Map<String, Long> held = new TreeMap<>();
    try (Connection connection = connect("portolan_ingestion");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select ref, version from entity where not deleted")) {
      while (rows.next()) {
        held.put(rows.getString("ref"), rows.getLong("version"));
      }
    }
    return held;
  }

  /** How many events the write side has committed and not yet brought to Kafka. */
  public long outbox() throws SQLException {
    try (Connection connection = connect("portolan_ingestion");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from outbox")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Reference and version of every entity of the graph. */
  public Map<String, Long> neo4j() {
    Map<String, Long> held = new TreeMap<>();
    for (Record row :
        cypher(
            "MATCH (n:%s) RETURN n.ref AS ref, n.version AS version"
                .formatted(liveLabel("Entity")))) {
      held.put(row.get("ref").asString(), row.get("version").asLong());
    }
    return held;
  }

  /** A label of the graph that is live: with each rebuild another one is. */
  public String liveLabel(String label) {
    return cypher("MATCH (w:Writer {name: 'catalog-service'}) RETURN w.generation AS live").stream()
            .anyMatch(row -> row.get("live").asString("").equals("SECOND"))
        ? label + "2"
        : label;
  }

  /** The rows that Neo4j answers. */
  public List<Record> cypher(String query) {
    try (Driver driver = driver()) {
      return driver.executableQuery(query).execute().records();
    }
  }

  /** The same as long as nothing is written: Neo4j's bookmark of its last transaction. */
  public String lastTransactionOfNeo4j() {
    try (Driver driver = driver();
        Session session = driver.session()) {
      session.run("RETURN 1").consume();
      return session.lastBookmarks().toString();
    }
  }

  private Driver driver() {
    return GraphDatabase.driver(
        setting("PORTOLAN_NEO4J_URI"),
        AuthTokens.basic(setting("PORTOLAN_NEO4J_USER"), setting("PORTOLAN_NEO4J_PASSWORD")));
  }

  /** Reference and version of every document of the index. */
  public Map<String, Long> elasticsearch() {
    String index = setting("PORTOLAN_ELASTICSEARCH_URL") + "/portolan-entities";
    Http.post(URI.create(index + "/_refresh"), "application/json", "");
    String pit = post(index + "/_pit?keep_alive=1m", "").path("id").asString();
    Map<String, Long> held = new TreeMap<>();
    String after = "";
    while (true) {
      JsonNode hits = page(pit, after).path("hits").path("hits");
      if (hits.isEmpty()) {
        return held;
      }
      for (JsonNode hit : hits) {
        held.put(hit.path("_id").asString(), hit.path("_version").asLong());
        after = ",\"search_after\":" + hit.path("sort");
      }
    }
  }

  private JsonNode page(String pit, String after) {
    String body =
        """
        {"size":%d,"version":true,"_source":false,"query":{"match_all":{}},
         "pit":{"id":"%s","keep_alive":"1m"},"sort":["_shard_doc"]%s}"""
            .formatted(PAGE, pit, after);
    return post(setting("PORTOLAN_ELASTICSEARCH_URL") + "/_search", body);
  }

  private static JsonNode post(String uri, String body) {
    Http.Answer answer = Http.post(URI.create(uri), "application/json", body);
    if (answer.status() != 200) {
      throw new IllegalStateException(uri + " answered " + answer);
    }
    return answer.json();
  }

  /** Connects to a database of the platform's PostgreSQL. */
  public Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", setting("PORTOLAN_POSTGRES_USER"));
    properties.setProperty("password", setting("PORTOLAN_POSTGRES_PASSWORD"));
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%s/%s"
            .formatted(
                setting("PORTOLAN_POSTGRES_HOST"), setting("PORTOLAN_POSTGRES_PORT"), database),
        properties);
  }

  private String setting(String name) {
    return Objects.requireNonNull(settings.get(name), name);
  }
}
