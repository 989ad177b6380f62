package dev.portolan.catalog.rebuild.neo4j;

import dev.portolan.catalog.projection.neo4j.Neo4jSchema;
import dev.portolan.catalog.rebuild.RebuildDesk;
import dev.portolan.catalog.rebuild.RebuildLostException;
import dev.portolan.catalog.rebuild.RebuildStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SimpleQueryRunner;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import tools.jackson.databind.json.JsonMapper;

/** The node at which rebuilds sign in; Neo4j's own clock says who is silent. */
public final class Neo4jRebuildDesk implements RebuildDesk {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int SILENCE_MILLIS = SILENCE_SECONDS * 1_000;

  /** The first SET takes the lock; who is at it is read after that. */
  private static final String BEGIN =
      """
      MERGE (b:Rebuild {name: 'catalog-service'})
      SET b.locked = true
      WITH b WHERE coalesce(b.at, 0) + $silence < timestamp()
      SET b.by = $by, b.at = timestamp(), b.status = coalesce($status, b.status),
        b.statusBy = CASE WHEN $status IS NULL THEN b.statusBy ELSE $by END
      RETURN b.by
      """;

  private static final String KEEP =
      """
      MATCH (b:Rebuild {name: 'catalog-service'}) WHERE b.by = $by
      SET b.at = CASE WHEN $running THEN timestamp() ELSE 0 END,
        b.status = coalesce($status, b.status)
      RETURN b.by
      """;

  private static final String LAST =
      """
      MATCH (b:Rebuild {name: 'catalog-service'}) WHERE b.status IS NOT NULL
      RETURN b.status AS status,
        b.by <> b.statusBy OR b.at + $silence < timestamp() AS silent
      """;

  private final Driver driver;
  private final Neo4jSchema schema;

  public Neo4jRebuildDesk(Driver driver, Neo4jSchema schema) {
    this.driver = driver;
    this.schema = schema;
  }

  @Override
  public boolean begin(String by, RebuildStatus status) {
    schema.ensure();
    return signed(BEGIN, parameters(by, true, JSON.writeValueAsString(status)));
  }

  @Override
  public boolean beginAside(String by) {
    schema.ensure();
    return signed(BEGIN, parameters(by, true, null));
  }

  @Override
  public void keep(String by, RebuildStatus status) {
    if (!signed(KEEP, parameters(by, status.isRunning(), JSON.writeValueAsString(status)))) {
      throw new RebuildLostException();
    }
  }

  @Override
  public void keepAside(String by) {
    if (!signed(KEEP, parameters(by, true, null))) {
      throw new RebuildLostException();
    }
  }

  @Override
  public void endAside(String by) {
    signed(KEEP, parameters(by, false, null));
  }

  /**
   * In the transaction of whoever signed in: it is not committed once somebody else has.
   *
   * @throws RebuildLostException when that is so already
   */
  static void isStill(String by, SimpleQueryRunner transaction) {
    if (transaction.run(KEEP, parameters(by, true, null)).list().isEmpty()) {
      throw new RebuildLostException();
    }
  }

  @Override
  public RebuildStatus last() {
    try (Session session = driver.session()) {
      List<Record> rows =
          session.executeRead(
              transaction -> transaction.run(LAST, Map.of("silence", SILENCE_MILLIS)).list());
      if (rows.isEmpty()) {
        return RebuildStatus.NONE;
      }
      Record row = rows.getFirst();
      RebuildStatus status = JSON.readValue(row.get("status").asString(), RebuildStatus.class);
      return status.isRunning() && row.get("silent").asBoolean()
          ? status.failed("The process that rebuilt the graph has died")
          : status;
    }
  }

  private static Value parameters(String by, boolean running, @Nullable String status) {
    return Values.parameters(
        "by", by, "running", running, "status", status, "silence", SILENCE_MILLIS);
  }

  private boolean signed(String cypher, Value parameters) {
    try (Session session = driver.session()) {
      return session.executeWrite(
          transaction -> !transaction.run(cypher, parameters).list().isEmpty());
    }
  }
}
