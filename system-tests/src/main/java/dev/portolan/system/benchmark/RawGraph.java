package dev.portolan.system.benchmark;

import dev.portolan.events.EntityRef;
import dev.portolan.system.comparison.Stores;
import dev.portolan.system.platform.Platform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same Neo4j without Portolan: what it can do at most. */
record RawGraph(Map<String, String> settings) {
  private static final int BATCH = 1_000;

  /** That of the platform. */
  static RawGraph of(Platform platform) {
    return new RawGraph(platform.servers());
  }

  /** Writes the entities and what they depend on as bare nodes and edges, and deletes them. */
  double secondsToWrite(byte[] entities) {
    List<Map<String, Object>> nodes = new ArrayList<>();
    List<Map<String, Object>> edges = new ArrayList<>();
    for (JsonNode entity : JsonMapper.shared().readTree(entities)) {
      String name = entity.at("/metadata/name").asString();
      String ref = new EntityRef(entity.path("kind").asString(), "default", name).toString();
      nodes.add(Map.of("ref", ref, "json", entity.toString()));
      entity
          .at("/spec/dependsOn")
          .forEach(
              target -> {
                String to = EntityRef.parse(target.asString()).toString();
                edges.add(Map.of("a", ref, "b", to));
              });
    }
    try (Driver driver = driver()) {
      run(driver, "CREATE CONSTRAINT raw IF NOT EXISTS FOR (n:Raw) REQUIRE n.ref IS UNIQUE");
      long begun = System.nanoTime();
      inBatches(driver, "UNWIND $rows AS row CREATE (n:Raw) SET n = row", nodes);
      inBatches(
          driver,
          """
          UNWIND $rows AS row MATCH (a:Raw {ref: row.a}) MATCH (b:Raw {ref: row.b})
          CREATE (a)-[:RAW]->(b)""",
          edges);
      double seconds = (System.nanoTime() - begun) / 1e9;
      run(driver, "MATCH (n:Raw) DETACH DELETE n");
      run(driver, "DROP CONSTRAINT raw");
      return seconds;
    }
  }

  /** All that depends on the root at any depth, each with its distance: one row per entity. */
  long dependents(String ref) {
    Connected connected = Connected.to(this);
    return connected
        .driver()
        .executableQuery(
            """
            MATCH p = (x:%s {ref: $ref})<-[:dependsOn*1..]-(y) WHERE y <> x
            WITH y, min(length(p)) AS depth RETURN y.ref, depth"""
                .formatted(connected.label()))
        .withParameters(Map.of("ref", ref))
        .execute()
        .records()
        .size();
  }

  /**
   * The whole answer in one row: the total, counts by depth and owner, and the first hundred with a
   * shortest path to each.
   */
  int wholeAnswer(String ref) {
    Connected connected = Connected.to(this);
    return connected
        .driver()
        .executableQuery(
            """
            MATCH (x:%s {ref: $ref})
            CALL (x) {
              MATCH p = (x)<-[:dependsOn*1..]-(y) WHERE y <> x
              WITH y, min(length(p)) AS depth
              WITH depth, y.owner AS owner, count(*) AS n
              RETURN sum(n) AS total, collect([depth, owner, n]) AS counts }
            CALL (x) {
              MATCH p = (x)<-[:dependsOn*1..]-(y) WHERE y <> x
              WITH x, y, min(length(p)) AS depth
              WITH x, y, depth, y.ref AS ref ORDER BY depth, ref LIMIT 100
              CALL (x, y, depth, ref) {
                WITH * WHERE depth = 1 RETURN [x.ref, ref] AS path
                UNION ALL
                WITH * WHERE depth > 1
                MATCH p = shortestPath((x)<-[:dependsOn*1..]-(y)) RETURN [n IN nodes(p) | n.ref] AS path }
              RETURN collect([ref, depth, path]) AS first }
            RETURN total, counts, first"""
                .formatted(connected.label()))
        .withParameters(Map.of("ref", ref))
        .execute()
        .records()
        .getFirst()
        .get("total")
        .asInt();
  }

  /** Drivers are costly to open; a benchmark that asks often opens one, and rebuilds nothing. */
  private record Connected(Driver driver, String label) {
    private static final Map<RawGraph, Connected> OPEN = new HashMap<>();

    static Connected to(RawGraph graph) {
      return OPEN.computeIfAbsent(
          graph, g -> new Connected(g.driver(), new Stores(g.settings()).liveLabel("Ref")));
    }
  }

  /** A connection to it. */
  Driver driver() {
    return GraphDatabase.driver(
        setting("PORTOLAN_NEO4J_URI"),
        AuthTokens.basic(setting("PORTOLAN_NEO4J_USER"), setting("PORTOLAN_NEO4J_PASSWORD")));
  }

  private String setting(String name) {
    return Objects.requireNonNull(settings.get(name), name);
  }

  private static void inBatches(Driver driver, String cypher, List<Map<String, Object>> rows) {
    for (int from = 0; from < rows.size(); from += BATCH) {
      driver
          .executableQuery(cypher)
          .withParameters(Map.of("rows", rows.subList(from, Math.min(from + BATCH, rows.size()))))
          .execute();
    }
  }

  private static void run(Driver driver, String cypher) {
    driver.executableQuery(cypher).execute();
  }
}
