package dev.portolan.ingestion;

import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.stack.junit.LocalServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of a MySQL as a source, from a commit there to the catalog here. */
class MysqlSourcesIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, POSTGRES);

  private static final String PASSWORD = "hush-hush";

  private static TeamMysql mysql;
  private static JdbcClient cmdb;
  private static RunningIngestion ingestion;
  private static Sources sources;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, InterruptedException {
    mysql = TeamMysql.start(folder);
    cmdb = mysql.database();
    mysql.reader(PASSWORD);
    Files.writeString(folder.resolve("PORTOLAN_DATABASE_CMDB"), PASSWORD);
    ingestion =
        RunningIngestion.start(
            servers,
            "--portolan.adapters.database-inside-hosts=" + mysql.host(),
            "--portolan.adapters.database-secrets=PORTOLAN_DATABASE_CMDB=%s:%d"
                .formatted(mysql.host(), mysql.port()),
            "--portolan.adapters.database-secrets-folder=" + folder);
    sources = new Sources(ingestion);
  }

  @AfterAll
  static void stop() {
    ingestion.close();
    mysql.close();
  }

  @BeforeEach
  void makeTheTable() {
    cmdb.sql("drop table if exists services").update();
    cmdb.sql(
            """
            create table services (region int, name varchar(100), owner text, description text,
              retired boolean not null default false, cost decimal(20, 2), logo blob,
              primary key (region, name))
            """)
        .update();
  }

  @AfterEach
  void leave() {
    sources.leaveAll();
  }

  @Test
  void theRowsAreReadAndThenEveryChangeOfOneIsHeard() {
    rows("shop", 2_000);
    source("shop");
    sources.awaitFollowed("shop");
    assertThat(sources.spokenOf("shop")).isEqualTo(2_000);

    cmdb.sql("update services set description = 'Sells' where name = 'shop-7'").update();
    cmdb.sql("insert into services (region, name, owner) values (2, 'shop-new', 'team-a')")
        .update();
    cmdb.sql("delete from services where name = 'shop-8'").update();
    cmdb.sql("update services set name = 'shop-renamed' where name = 'shop-9'").update();
    cmdb.sql("update services set retired = true where name = 'shop-10'").update();

    await()
        .untilAsserted(
            () -> {
              assertThat(description("shop-7")).isEqualTo("Sells");
              assertThat(isThere("shop-new")).isTrue();
              assertThat(isThere("shop-8")).isFalse();
              assertThat(isThere("shop-9")).isFalse();
              assertThat(isThere("shop-renamed")).isTrue();
              assertThat(isThere("shop-10")).isFalse();
            });
    assertThat(sources.spokenOf("shop")).isEqualTo(1_999);
    assertThat(sources.fullSyncs("shop")).isEqualTo(1);
  }

  @Test
  void whatChangesWhileNobodyListensIsInTheCatalogAfterwards() {
    rows("night", 20);
    source("night");
    sources.awaitFollowed("night");

    ingestion.restart(
        () -> {
          cmdb.sql("update services set description = 'At night' where name = 'night-3'").update();
          cmdb.sql("delete from services where name = 'night-4'").update();
        });

    await()
        .untilAsserted(
            () -> {
              assertThat(description("night-3")).isEqualTo("At night");
              assertThat(isThere("night-4")).isFalse();
            });
  }

  @Test
  void aTableThatIsEmptiedWaitsForAPerson() {
    rows("gone", 40);
    source("gone");
    sources.awaitFollowed("gone");

    cmdb.sql("delete from services where region > 5").update();

    sources.awaitHeld("gone");
    assertThat(sources.spokenOf("gone")).isGreaterThanOrEqualTo(30);
    sources.approveUntilLeft("gone", 5);
  }

  @Test
  void aTruncatedTableIsReadWholeAndRetractsNothing() {
    rows("cut", 15);
    source("cut");
    sources.awaitFollowed("cut");

    cmdb.sql("truncate services").update();

    await().untilAsserted(() -> assertThat(sources.fullSyncs("cut")).isGreaterThan(1));
    assertThat(sources.spokenOf("cut")).isEqualTo(15);
  }

  @Test
  void aTableThatIsAlteredIsReadAnewAndFollowedOn() {
    rows("new", 15);
    source("new");
    sources.awaitFollowed("new");

    cmdb.sql("alter table services add column tier int default 1, drop primary key").update();
    cmdb.sql("alter table services add primary key (name)").update();

    await().untilAsserted(() -> assertThat(sources.fullSyncs("new")).isGreaterThan(1));
    sources.awaitFollowed("new");
    cmdb.sql("update services set description = 'Altered' where name = 'new-1'").update();
    await().untilAsserted(() -> assertThat(description("new-1")).isEqualTo("Altered"));
  }

  @Test
  void aRowThatBreaksARuleIsToldAndItsEntityStaysAsItWas() {
    rows("rule", 2);
    source("rule");
    sources.awaitFollowed("rule");

    cmdb.sql("update services set owner = 'Not a team!' where name = 'rule-1'").update();
    cmdb.sql("update services set description = 'Good' where name = 'rule-2'").update();

    await().untilAsserted(() -> assertThat(description("rule-2")).isEqualTo("Good"));
    assertThat(isThere("rule-1")).isTrue();
    await()
        .untilAsserted(
            () ->
                assertThat(sources.problems("rule"))
                    .contains("cmdb.services/[\\\"1\\\",\\\"rule-1\\\"]"));
  }

  @Test
  void aTableWithoutAKeyIsRefusedWithItsName() {
    cmdb.sql("alter table services drop primary key").update();
    source("keyless");

    await()
        .untilAsserted(
            () -> assertThat(sources.problem("keyless")).contains("cmdb.services", "primary key"));
  }

  @Test
  void aMysqlThatLetsNobodyReadItsLogSaysWhatItNeeds() {
    mysql.takeTheLogFromTheReader();
    try {
      rows("locked", 1);
      source("locked");

      sources.awaitState("locked", "FAILING");
      assertThat(sources.problem("locked"))
          .contains("Access denied; you need")
          .doesNotContain(PASSWORD);
    } finally {
      mysql.giveTheLogToTheReader();
    }
  }

  private static void rows(String prefix, int count) {
    String rows =
        String.join(
            ", ",
            IntStream.rangeClosed(1, count)
                .mapToObj(i -> "(%d, '%s-%d', 'team-a', 'Row %d', 0.5)".formatted(i, prefix, i, i))
                .toList());
    cmdb.sql("insert into services (region, name, owner, description, cost) values " + rows)
        .update();
  }

  private static void source(String name) {
    sources.put(
        name,
        """
        {"adapter": "mysql", "configuration": {
          "url": "mysql://%s:%d/%s", "user": "%s", "secret": "PORTOLAN_DATABASE_CMDB",
          "tables": [{"table": "services", "mapping": [{
            "selector": ".retired | not",
            "entity": {
              "kind": "\\"Component\\"",
              "metadata": {"name": ".name", "description": ".description"},
              "spec": {"type": "\\"service\\"", "lifecycle": "\\"production\\"", "owner": ".owner"}}}]}]}}"""
            .formatted(mysql.host(), mysql.port(), TeamMysql.DATABASE, TeamMysql.READER));
  }

  private static String description(String name) {
    return sources.component(name).path("description").asString("");
  }

  private static boolean isThere(String name) {
    return sources.component(name).isObject();
  }
}
