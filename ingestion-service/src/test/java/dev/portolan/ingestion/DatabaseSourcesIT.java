package dev.portolan.ingestion;

import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.ingestion.RunningIngestion.Reply;
import dev.portolan.stack.junit.LocalServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** The tables of a CMDB as a source, from a commit there to the catalog here. */
class DatabaseSourcesIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, POSTGRES);

  private static RunningIngestion ingestion;
  private static String database;
  private static JdbcClient cmdb;

  @BeforeAll
  static void start(@TempDir Path secrets) throws IOException {
    Files.writeString(secrets.resolve("PORTOLAN_DATABASE_CMDB"), servers.postgresPassword());
    database = servers.newDatabase("cmdb");
    cmdb =
        JdbcClient.create(
            new DriverManagerDataSource(
                "jdbc:postgresql://%s:%d/%s"
                    .formatted(servers.postgresHost(), servers.postgresPort(), database),
                servers.postgresUser(),
                servers.postgresPassword()));
    String host = servers.postgresHost();
    ingestion =
        RunningIngestion.start(
            servers,
            "--portolan.adapters.database-inside-hosts=" + host,
            "--portolan.adapters.database-secrets=PORTOLAN_DATABASE_CMDB=%s:%d"
                .formatted(host, servers.postgresPort()),
            "--portolan.adapters.database-secrets-folder=" + secrets);
  }

  @AfterAll
  static void stop() {
    ingestion.close();
  }

  @BeforeEach
  void makeTheTable() {
    cmdb.sql("drop table if exists services").update();
    cmdb.sql(
            "create table services (id bigint primary key, name text, owner text, description text)")
        .update();
  }

  /** The server has but a few slots. */
  @AfterEach
  void leave() {
    ingestion
        .database()
        .sql("select source from following")
        .query(String.class)
        .list()
        .forEach(source -> put(source, "{\"adapter\": \"push\"}"));
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(slots()).isZero());
    assertThat(cmdb.sql("select count(*) from pg_publication").query(Long.class).single()).isZero();
  }

  @Test
  void tenThousandRowsAreReadAndThenEveryChangeOfOneIsHeard() {
    rows("shop", 10_000);
    source("shop");
    awaitFollowed("shop");
    assertThat(spokenOf("shop")).isEqualTo(10_000);

    cmdb.sql("update services set description = 'Sells' where id = 7").update();
    cmdb.sql("insert into services values (20000, 'shop-new', 'team-a', 'New')").update();
    cmdb.sql("delete from services where id = 8").update();
    cmdb.sql("update services set name = 'shop-renamed' where id = 9").update();
    cmdb.sql("update services set id = 30000 where id = 10").update();

    await()
        .untilAsserted(
            () -> {
              assertThat(description("shop-7")).isEqualTo("Sells");
              assertThat(description("shop-new")).isEqualTo("New");
              assertThat(isThere("shop-8")).isFalse();
              assertThat(isThere("shop-9")).isFalse();
              assertThat(isThere("shop-renamed")).isTrue();
            });
    assertThat(isThere("shop-10")).isTrue();
    assertThat(spokenOf("shop")).isEqualTo(10_000);
    cmdb.sql("delete from services where id = 30000").update();
    await().untilAsserted(() -> assertThat(isThere("shop-10")).isFalse());
  }

  @Test
  void whatChangesWhileNobodyListensIsHeardAfterwards() {
    rows("night", 20);
    source("night");
    awaitFollowed("night");

    ingestion.restart(
        () -> {
          cmdb.sql("update services set description = 'At night' where id = 3").update();
          cmdb.sql("delete from services where id = 4").update();
        });

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(description("night-3")).isEqualTo("At night");
              assertThat(isThere("night-4")).isFalse();
            });
    assertThat(fullSyncs("night")).isEqualTo(1);
  }

  @Test
  void aRowThatBreaksARuleIsToldAndItsEntityStaysAsItWas() {
    rows("rule", 3);
    source("rule");
    awaitFollowed("rule");

    cmdb.sql("update services set owner = 'Not a team!' where id = 1").update();
    cmdb.sql("update services set name = null where id = 2").update();
    cmdb.sql("update services set description = 'Good' where id = 3").update();

    await().untilAsserted(() -> assertThat(description("rule-3")).isEqualTo("Good"));
    assertThat(isThere("rule-1")).isTrue();
    assertThat(isThere("rule-2")).isTrue();
    await()
        .untilAsserted(
            () ->
                assertThat(problems("rule"))
                    .contains("public.services/[\\\"1\\\"]", "public.services/[\\\"2\\\"]"));
  }

  @Test
  void aTableThatIsEmptiedWaitsForAPerson() {
    rows("gone", 40);
    source("gone");
    awaitFollowed("gone");

    cmdb.sql("delete from services where id > 5").update();

    await()
        .untilAsserted(
            () -> assertThat(syncs("gone").findValuesAsString("status")).contains("HELD"));
    assertThat(spokenOf("gone")).isEqualTo(40);
    JsonNode held =
        syncs("gone")
            .valueStream()
            .filter(sync -> sync.path("status").asString().equals("HELD"))
            .findFirst()
            .orElseThrow();
    ingestion.post("/api/sources/gone/syncs/" + held.path("sync").asString() + "/approve");
    await().untilAsserted(() -> assertThat(spokenOf("gone")).isEqualTo(5));
  }

  @Test
  void aTruncatedTableIsReadWholeAndRetractsNothing() {
    rows("cut", 15);
    source("cut");
    awaitFollowed("cut");

    cmdb.sql("truncate services").update();

    await().untilAsserted(() -> assertThat(fullSyncs("cut")).isEqualTo(2));
    assertThat(spokenOf("cut")).isEqualTo(15);
  }

  @Test
  void aTableWithoutAKeyIsRefusedWithItsName() {
    cmdb.sql("drop table services").update();
    cmdb.sql("create table services (name text)").update();
    source("keyless");

    await()
        .untilAsserted(
            () ->
                assertThat(
                        ingestion
                            .get("/api/sources/keyless")
                            .body()
                            .at("/following/problem")
                            .asString(""))
                    .contains("public.services", "primary key"));
  }

  private static void rows(String prefix, int count) {
    cmdb.sql(
            """
            insert into services
            select i, :prefix || '-' || i, 'team-a', 'Row ' || i from generate_series(1, :count) as i
            """)
        .param("prefix", prefix)
        .param("count", count)
        .update();
  }

  private static void source(String name) {
    put(
        name,
        """
        {"adapter": "postgres", "configuration": {
          "url": "postgresql://%s:%d/%s", "user": "%s", "secret": "PORTOLAN_DATABASE_CMDB",
          "tables": [{"table": "public.services", "mapping": [{"entity": {
            "kind": "\\"Component\\"",
            "metadata": {"name": ".name", "description": ".description"},
            "spec": {"type": "\\"service\\"", "lifecycle": "\\"production\\"", "owner": ".owner"}}}]}]}}"""
            .formatted(
                servers.postgresHost(), servers.postgresPort(), database, servers.postgresUser()));
  }

  private static void put(String name, String json) {
    Reply reply = ingestion.put("/api/sources/" + name, json);
    assertThat(reply.status()).as(reply.body().toString()).isBetween(200, 201);
  }

  private static void awaitFollowed(String name) {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(
                        ingestion
                            .get("/api/sources/" + name)
                            .body()
                            .at("/following/state")
                            .asString(""))
                    .isEqualTo("FOLLOWING"));
  }

  private static JsonNode entity(String name) {
    return ingestion
        .get("/api/entities/component/default/%s?asOf=%s".formatted(name, Instant.now()))
        .body();
  }

  private static String description(String name) {
    return entity(name).at("/entity/description").asString("");
  }

  private static boolean isThere(String name) {
    return entity(name).path("entity").isObject();
  }

  private static long spokenOf(String source) {
    return ingestion
        .database()
        .sql("select count(*) from observation where source = ?")
        .param(source)
        .query(Long.class)
        .single();
  }

  private static JsonNode syncs(String source) {
    return ingestion.get("/api/sources/" + source + "/syncs?first=100").body().path("syncs");
  }

  private static long fullSyncs(String source) {
    return syncs(source)
        .valueStream()
        .filter(sync -> sync.path("mode").asString().equalsIgnoreCase("full"))
        .filter(sync -> !sync.path("status").asString().equals("RUNNING"))
        .count();
  }

  private static String problems(String source) {
    return syncs(source)
        .valueStream()
        .map(sync -> "/api/sources/" + source + "/syncs/" + sync.path("sync").asString())
        .map(path -> ingestion.get(path).body().path("problems").toString())
        .collect(Collectors.joining());
  }

  private static long slots() {
    return cmdb.sql("select count(*) from pg_replication_slots where database = ?")
        .param(database)
        .query(Long.class)
        .single();
  }
}
