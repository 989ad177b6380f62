package dev.portolan.ingestion;

import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.stack.junit.LocalServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The tables of a CMDB as a source, from a commit there to the catalog here. */
class DatabaseSourcesIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, POSTGRES);

  private static RunningIngestion ingestion;
  private static Sources sources;
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
    sources = new Sources(ingestion);
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
    sources.leaveAll();
    await().untilAsserted(() -> assertThat(slots()).isZero());
    assertThat(cmdb.sql("select count(*) from pg_publication").query(Long.class).single()).isZero();
  }

  @Test
  void tenThousandRowsAreReadAndThenEveryChangeOfOneIsHeard() {
    rows("shop", 10_000);
    source("shop");
    sources.awaitFollowed("shop");
    assertThat(sources.spokenOf("shop")).isEqualTo(10_000);

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
    assertThat(sources.spokenOf("shop")).isEqualTo(10_000);
    cmdb.sql("delete from services where id = 30000").update();
    await().untilAsserted(() -> assertThat(isThere("shop-10")).isFalse());
  }

  @Test
  void whatChangesWhileNobodyListensIsHeardAfterwards() {
    rows("night", 20);
    source("night");
    sources.awaitFollowed("night");

    ingestion.restart(
        () -> {
          cmdb.sql("update services set description = 'At night' where id = 3").update();
          cmdb.sql("delete from services where id = 4").update();
        });

    await()
        .untilAsserted(
            () -> {
              assertThat(description("night-3")).isEqualTo("At night");
              assertThat(isThere("night-4")).isFalse();
            });
    assertThat(sources.fullSyncs("night")).isEqualTo(1);
  }

  @Test
  void aRowThatBreaksARuleIsToldAndItsEntityStaysAsItWas() {
    rows("rule", 3);
    source("rule");
    sources.awaitFollowed("rule");

    cmdb.sql("update services set owner = 'Not a team!' where id = 1").update();
    cmdb.sql("update services set name = null where id = 2").update();
    cmdb.sql("update services set description = 'Good' where id = 3").update();

    await().untilAsserted(() -> assertThat(description("rule-3")).isEqualTo("Good"));
    assertThat(isThere("rule-1")).isTrue();
    assertThat(isThere("rule-2")).isTrue();
    await()
        .untilAsserted(
            () ->
                assertThat(sources.problems("rule"))
                    .contains("public.services/[\\\"1\\\"]", "public.services/[\\\"2\\\"]"));
  }

  @Test
  void aTableThatIsEmptiedWaitsForAPerson() {
    rows("gone", 40);
    source("gone");
    sources.awaitFollowed("gone");

    cmdb.sql("delete from services where id > 5").update();

    sources.awaitHeld("gone");
    assertThat(sources.spokenOf("gone")).isEqualTo(40);
    sources.approveUntilLeft("gone", 5);
  }

  @Test
  void aTruncatedTableIsReadWholeAndRetractsNothing() {
    rows("cut", 15);
    source("cut");
    sources.awaitFollowed("cut");

    cmdb.sql("truncate services").update();

    await().untilAsserted(() -> assertThat(sources.fullSyncs("cut")).isEqualTo(2));
    assertThat(sources.spokenOf("cut")).isEqualTo(15);
  }

  @Test
  void aTableWithoutAKeyIsRefusedWithItsName() {
    cmdb.sql("drop table services").update();
    cmdb.sql("create table services (name text)").update();
    source("keyless");

    await()
        .untilAsserted(
            () ->
                assertThat(sources.problem("keyless")).contains("public.services", "primary key"));
  }

  @Test
  void whetherASourceIsHeardIsMeasured() {
    cmdb.sql("alter table services drop constraint services_pkey").update();
    source("metered");
    awaitMetric("portolan_ingestion_following{source=\"metered\"} 0.0");

    cmdb.sql("alter table services add primary key (id)").update();
    awaitMetric("portolan_ingestion_following{source=\"metered\"} 1.0");
  }

  /** While a stream starts it is hard to end: what starts in the background would go on. */
  @Test
  void aSourceThatIsLeftWhileItBeginsToBeHeardLeavesNothingBehind() {
    for (int milliseconds = 0; milliseconds < 500; milliseconds += 50) {
      source("brief");
      await().untilAsserted(() -> assertThat(slots()).isOne());
      await().pollDelay(Duration.ofMillis(milliseconds)).until(() -> true);
      sources.put("brief", "{\"adapter\": \"push\"}");
      await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(10))
          .untilAsserted(() -> assertThat(interrupted("follow-brief")).isZero());
      sources.leaveAll();
      assertThat(slots()).as("slots when left after %d ms", milliseconds).isZero();
      assertThat(streams()).as("streams when left after %d ms", milliseconds).isEmpty();
    }
  }

  /** Interrupts the threads of that name; how many there are. */
  private static long interrupted(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name))
        .peek(Thread::interrupt)
        .count();
  }

  /** The threads of Debezium that read logs, but for that which reads our own outbox. */
  private static List<String> streams() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.endsWith("change-event-source-coordinator"))
        .filter(name -> !name.contains("-outbox-"))
        .toList();
  }

  private static void awaitMetric(String line) {
    await()
        .untilAsserted(
            () -> assertThat(ingestion.text("/actuator/prometheus")).contains(line + "\n"));
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
    sources.put(
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

  private static String description(String name) {
    return sources.component(name).path("description").asString("");
  }

  private static boolean isThere(String name) {
    return sources.component(name).isObject();
  }

  private static long slots() {
    return cmdb.sql("select count(*) from pg_replication_slots where database = ?")
        .param(database)
        .query(Long.class)
        .single();
  }
}
