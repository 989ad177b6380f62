package dev.portolan.catalog.projection.neo4j;

import static dev.portolan.catalog.EntityFixtures.changed;
import static dev.portolan.catalog.EntityFixtures.deleted;
import static dev.portolan.catalog.EntityFixtures.dependsOn;
import static dev.portolan.catalog.EntityFixtures.entity;
import static dev.portolan.catalog.EntityFixtures.relation;
import static dev.portolan.stack.Server.NEO4J;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.portolan.catalog.dependency.ImpactIsRight;
import dev.portolan.catalog.dependency.memory.GraphMemory;
import dev.portolan.catalog.dependency.neo4j.Neo4jDependencyGraph;
import dev.portolan.catalog.dependency.neo4j.Neo4jGraphLoader;
import dev.portolan.catalog.intake.Positions;
import dev.portolan.catalog.intake.Projection;
import dev.portolan.catalog.intake.StoreBehindException;
import dev.portolan.catalog.intake.StoreUnavailableException;
import dev.portolan.catalog.intake.Stretch;
import dev.portolan.catalog.neo4j.Reads;
import dev.portolan.catalog.projection.Declarations;
import dev.portolan.catalog.projection.Edge;
import dev.portolan.catalog.projection.LatestChanges;
import dev.portolan.catalog.projection.RandomChanges;
import dev.portolan.events.EntityChanged;
import dev.portolan.stack.junit.LocalServers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Bookmark;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;

class Neo4jProjectionIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(NEO4J);

  private Driver driver;
  private GraphMemory memory;
  private Neo4jProjection projection;

  @BeforeEach
  void connect() {
    servers.emptyNeo4j();
    driver = driver(servers.neo4jUri());
    memory =
        new GraphMemory(new Neo4jDependencyGraph(new Reads(driver)), new Neo4jGraphLoader(driver));
    projection = new Neo4jProjection(driver, new Neo4jSchema(driver), memory);
  }

  @AfterEach
  void disconnect() {
    driver.close();
  }

  @Test
  void whateverTheHistoryNeo4jAndTheMemorySayWhatTheLatestChangesSay() {
    long seed = 2026;
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    RandomChanges history = new RandomChanges(random, 12);
    LatestChanges model = new LatestChanges();
    memory.fill();
    for (int step = 0; step < 60; step++) {
      List<EntityChanged> batch = history.batch();
      projection.apply(batch, List.of());
      batch.forEach(model::hear);
      String where = "seed %d, step %d, after %s".formatted(seed, step, batch);
      assertThat(edges()).as(where).isEqualTo(model.edges());
      assertThat(versions("Entity").keySet()).as(where).isEqualTo(model.existing());
      assertThat(versions("Ref"))
          .as(where)
          .isEqualTo(model.refs().stream().collect(toMap(ref -> ref, model::version)));
    }
    ImpactIsRight.check(memory, model, "in memory, followed");
    ImpactIsRight.check(new Neo4jDependencyGraph(new Reads(driver)), model, "in Neo4j");
    GraphMemory loaded =
        new GraphMemory(new Neo4jDependencyGraph(new Reads(driver)), new Neo4jGraphLoader(driver));
    loaded.fill();
    ImpactIsRight.check(loaded, model, "in memory, loaded");
    assertThat(memory.isFilled() && loaded.isFilled()).isTrue();
  }

  @Test
  void whicheverKindsSayWhichWayTroubleTravelsNeo4jAndTheMemoryBelieveTheSame() {
    LatestChanges model = new LatestChanges();
    memory.fill();
    List<EntityChanged> changes =
        List.of(
            changed("component:a", 1, relation("hauntedBy", "component:b")),
            changed("component:b", 1, relation("hauntedBy", "component:c")),
            haunting("kind:imp", 1, "toTarget"),
            haunting("kind:ghost", 1, "toSource"),
            haunting("kind:ghost", 2, "stays"),
            deleted("kind:ghost", 3),
            deleted("kind:imp", 2));
    for (EntityChanged change : changes) {
      projection.apply(List.of(change), List.of());
      model.hear(change);
      ImpactIsRight.check(memory, model, "in memory, after " + change.ref());
      ImpactIsRight.check(new Neo4jDependencyGraph(new Reads(driver)), model, "in Neo4j");
      memory.lostTrack();
      memory.refill();
      ImpactIsRight.check(memory, model, "in memory, loaded");
    }
  }

  private static EntityChanged haunting(String kind, long version, String trouble) {
    Map<String, Object> relation = Map.of("field", "/by", "type", "hauntedBy", "trouble", trouble);
    return changed(entity(kind, Map.of("relations", List.of(relation))), version);
  }

  @Test
  void aReplayWritesNothing() {
    List<EntityChanged> changes =
        List.of(changed("component:a", 2, dependsOn("component:b")), changed("component:b", 1));
    projection.apply(changes, List.of());
    Set<Bookmark> written = lastCommitted();

    projection.apply(changes, List.of());
    projection.apply(List.of(changed("component:a", 1)), List.of());

    assertThat(lastCommitted()).isEqualTo(written);
    projection.apply(List.of(changed("component:a", 3)), List.of());
    assertThat(lastCommitted()).isNotEqualTo(written);
  }

  @Test
  void ofManyWritersAtOnceTheHighestVersionWins() throws Exception {
    int versions = 60;
    List<Future<?>> writers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int first = 1; first <= 3; first++) {
        int start = first;
        Projection writer = new Neo4jProjection(driver, new Neo4jSchema(driver), memory);
        writers.add(
            threads.submit(
                () -> {
                  for (int version = start; version <= versions; version += 3) {
                    writer.apply(
                        List.of(
                            changed("component:a", version, dependsOn("component:t" + version))),
                        List.of());
                  }
                }));
      }
    }
    for (Future<?> writer : writers) {
      writer.get();
    }

    assertThat(versions("Entity")).isEqualTo(Map.of("component:default/a", (long) versions));
    assertThat(edges().keySet())
        .containsExactly(
            new Edge("component:default/a", "dependsOn", "component:default/t" + versions));
  }

  @Test
  void itKeepsHowFarItIsAndRefusesWhatComesAfterAGap() {
    Positions positions = new Neo4jPositions(driver, new Reads(driver), new Neo4jSchema(driver));
    positions.begin(Map.of("t-0", 2L, "t-1", 0L));
    projection.apply(List.of(changed("component:a", 1)), List.of(new Stretch("t-0", 2, 5)));
    projection.apply(List.of(), List.of(new Stretch("t-0", 3, 4)));
    assertThat(positions.reached()).isEqualTo(Map.of("t-0", 5L, "t-1", 0L));

    for (Stretch gap : List.of(new Stretch("t-0", 6, 7), new Stretch("t-2", 0, 1))) {
      assertThatExceptionOfType(StoreBehindException.class)
          .isThrownBy(() -> projection.apply(List.of(changed("component:b", 1)), List.of(gap)))
          .withMessageContaining(gap.partition());
    }

    assertThat(positions.reached()).isEqualTo(Map.of("t-0", 5L, "t-1", 0L));
    assertThat(versions("Entity")).containsOnlyKeys("component:default/a");
  }

  @Test
  void aConstraintThatCannotBeMadeIsNoFaultOfTheChanges() {
    rows("DROP CONSTRAINT ref IF EXISTS");
    rows("UNWIND [1, 2] AS n CREATE (:Ref {ref: 'component:default/twice'})");

    assertThatExceptionOfType(StoreUnavailableException.class)
        .isThrownBy(() -> projection.apply(List.of(changed("component:a", 1)), List.of()))
        .withMessageContaining("twice");

    servers.emptyNeo4j();
    projection.apply(List.of(changed("component:a", 1)), List.of());
    assertThat(versions("Entity")).containsOnlyKeys("component:default/a");
  }

  @Test
  void aNeo4jThatIsAwayIsNoFaultOfTheChanges() {
    try (Driver nobody = driver("bolt://127.0.0.1:1")) {
      assertThatExceptionOfType(StoreUnavailableException.class)
          .isThrownBy(
              () ->
                  new Neo4jProjection(nobody, new Neo4jSchema(nobody), memory)
                      .apply(List.of(changed("component:a", 1)), List.of()));
    }
  }

  private static Driver driver(String uri) {
    return GraphDatabase.driver(
        uri, AuthTokens.basic(servers.neo4jUser(), servers.neo4jPassword()));
  }

  private Map<Edge, Declarations> edges() {
    Map<Edge, Declarations> edges = new TreeMap<>();
    for (Record row :
        rows(
            "MATCH (a)-[r]->(b) RETURN a.ref, type(r), b.ref, r.declaredBy, r.attributes,"
                + " r.targetAttributes")) {
      Edge edge = new Edge(row.get(0).asString(), row.get(1).asString(), row.get(2).asString());
      Declarations declarations =
          EdgeProperties.read(text(row.get(3)), text(row.get(4)), text(row.get(5)));
      assertThat(edges.put(edge, declarations)).as("%s twice", edge).isNull();
    }
    return edges;
  }

  private Map<String, Long> versions(String label) {
    Map<String, Long> versions = new TreeMap<>();
    rows("MATCH (n:" + label + ") RETURN n.ref, coalesce(n.version, 0)")
        .forEach(row -> versions.put(row.get(0).asString(), row.get(1).asLong()));
    return versions;
  }

  /** A bookmark names the last transaction that was committed. */
  private Set<Bookmark> lastCommitted() {
    try (Session session = driver.session()) {
      session.executeRead(transaction -> transaction.run("RETURN 1").consume());
      return session.lastBookmarks();
    }
  }

  private List<Record> rows(String cypher) {
    try (Session session = driver.session()) {
      return session.run(cypher).list();
    }
  }

  private static @Nullable String text(Value value) {
    return value.isNull() ? null : value.asString();
  }
}
