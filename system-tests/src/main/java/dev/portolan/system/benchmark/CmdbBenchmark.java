package dev.portolan.system.benchmark;

import dev.portolan.system.comparison.Stores;
import dev.portolan.system.platform.Http;
import dev.portolan.system.platform.Part;
import dev.portolan.system.platform.Platform;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** A team's own table as a source: read whole, then heard as it changes. */
final class CmdbBenchmark {
  static final int ROWS = 10_000;
  private static final int UPDATES = 200;
  private static final int DELETES = 50;
  private static final String SECRET = "PORTOLAN_DATABASE_CMDB";
  private static final String PASSWORD = "of-a-benchmark";

  private final Platform platform;
  private final Connection cmdb;

  private CmdbBenchmark(Platform platform, Connection cmdb) {
    this.platform = platform;
    this.cmdb = cmdb;
  }

  /** A platform that may read its own PostgreSQL as a source. */
  static Platform allowed(Platform platform) {
    String port = platform.environment().get(Part.POSTGRES.portVariable());
    return platform
        .with("PORTOLAN_POSTGRES_PASSWORD", PASSWORD)
        .with(SECRET, PASSWORD)
        .with("PORTOLAN_DATABASE_SECRETS", SECRET + "=127.0.0.1:" + port)
        .with("PORTOLAN_DATABASE_INSIDE_HOSTS", "127.0.0.1");
  }

  static void run(Platform platform) throws Exception {
    Stores stores = Stores.of(platform);
    try (Connection server = stores.connect("postgres")) {
      execute(server, "create database cmdb");
    }
    try (Connection cmdb = stores.connect("cmdb")) {
      execute(
          cmdb,
          "create table services (id bigint primary key, name text, owner text, description text)");
      execute(
          cmdb,
          "insert into services select i, 'cmdb-' || i, 'team-' || i / 100, 'Row ' || i from generate_series(1, %d) i"
              .formatted(ROWS));
      CmdbBenchmark benchmark = new CmdbBenchmark(platform, cmdb);
      try (RawChanges raw = RawChanges.of(RawGraph.of(platform), cmdb)) {
        benchmark.snapshot(raw);
        benchmark.changes(raw);
      }
    }
  }

  private void snapshot(RawChanges raw) throws Exception {
    long begun = System.nanoTime();
    follow();
    poll(() -> source().at("/following/state").asString("").equals("FOLLOWING"));
    double committed = (System.nanoTime() - begun) / 1e9;
    new Readers(platform).awaitAll();
    double seconds = (System.nanoTime() - begun) / 1e9;
    double bare = raw.secondsToCopy();
    new Table("10,000 rows read, from the source's PUT", "seconds", "rows/s", "of raw")
        .row("committed, and changes heard", committed, ROWS / committed, committed / bare)
        .row("in every reader", seconds, ROWS / seconds, seconds / bare)
        .row("raw: rows selected, bare nodes into the same Neo4j", bare, ROWS / bare, 1.0)
        .print();
  }

  private void changes(RawChanges raw) throws Exception {
    Sample.of(UPDATES / 2, number -> update(number, "Warm " + number));
    Sample updates = Sample.of(UPDATES, number -> update(number, "Changed " + number));
    Sample deletes = Sample.of(DELETES, this::delete);
    Sample bare = Sample.ofWarm(UPDATES, raw::change);
    new Table("one row, from its commit", "p50 ms", "p99 ms", "min ms", "p50 of raw")
        .row(
            "updated, seen in GraphQL",
            updates.p50(),
            updates.p99(),
            updates.min(),
            of(updates, bare))
        .row(
            "deleted, gone in GraphQL",
            deletes.p50(),
            deletes.p99(),
            deletes.min(),
            of(deletes, bare))
        .row(
            "raw: heard from a slot, set in the same Neo4j",
            bare.p50(),
            bare.p99(),
            bare.min(),
            1.0)
        .print();
  }

  private static double of(Sample sample, Sample raw) {
    return sample.p50() / raw.p50();
  }

  private double update(int number, String description) throws SQLException {
    int id = number * 37 % ROWS + 1;
    try (PreparedStatement statement =
        cmdb.prepareStatement("update services set description = ? where id = ?")) {
      statement.setString(1, description);
      statement.setInt(2, id);
      statement.executeUpdate();
    }
    long committed = System.nanoTime();
    poll(() -> entity(id).path("description").asString("").equals(description));
    return (System.nanoTime() - committed) / 1e6;
  }

  /** Not so many in a minute that a person would be asked. */
  private double delete(int number) throws SQLException {
    int id = ROWS - number;
    execute(cmdb, "delete from services where id = " + id);
    long committed = System.nanoTime();
    poll(() -> entity(id).isNull());
    return (System.nanoTime() - committed) / 1e6;
  }

  private JsonNode entity(int id) {
    return platform
        .graphQl()
        .data("{ entity(ref: \"component:default/cmdb-%d\") { description } }".formatted(id))
        .path("entity");
  }

  private void follow() {
    Http.Answer answer =
        Http.put(
            sourceUri(),
            "application/json",
            """
            {"adapter": "postgres", "configuration": {
              "url": "postgresql://127.0.0.1:%s/cmdb", "user": "portolan", "secret": "%s",
              "tables": [{"table": "public.services", "mapping": [{"entity": {
                "kind": "\\"Component\\"",
                "metadata": {"name": ".name", "description": ".description"},
                "spec": {"type": "\\"service\\"", "lifecycle": "\\"production\\"", "owner": ".owner"}}}]}]}}"""
                .formatted(
                    Objects.requireNonNull(
                        platform.environment().get(Part.POSTGRES.portVariable())),
                    SECRET));
    if (answer.status() >= 300) {
      throw new IllegalStateException("The source was refused: " + answer);
    }
  }

  private JsonNode source() {
    return Http.get(sourceUri()).json();
  }

  private URI sourceUri() {
    return platform.http(Part.INGESTION_SERVICE).resolve("/api/sources/cmdb");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void poll(BooleanSupplier seen) {
    while (!seen.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }
}
