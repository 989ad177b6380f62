package dev.portolan.ingestion;

import static dev.portolan.ingestion.adapter.ldap.TestingDirectory.dns;
import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import dev.portolan.ingestion.adapter.ldap.TestingDirectory;
import dev.portolan.stack.junit.LocalServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The users and groups of a directory as a source, and what becomes of a sync that goes wrong. */
class LdapSourcesIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, POSTGRES);

  private static TestingDirectory directory;
  private static RunningIngestion ingestion;
  private static Sources sources;

  @BeforeAll
  static void start(@TempDir Path secrets) throws IOException, LDAPException {
    Files.writeString(secrets.resolve("PORTOLAN_DATABASE_DIRECTORY"), TestingDirectory.PASSWORD);
    directory = TestingDirectory.inTheClear();
    ingestion =
        RunningIngestion.start(
            servers,
            "--portolan.adapters.database-inside-hosts=localhost",
            "--portolan.adapters.database-secrets=PORTOLAN_DATABASE_DIRECTORY=localhost:"
                + directory.port(),
            "--portolan.adapters.database-secrets-folder=" + secrets);
    sources = new Sources(ingestion);
  }

  @AfterAll
  static void stop() {
    ingestion.close();
    directory.close();
  }

  @BeforeEach
  void empty() throws LDAPException {
    directory.empty();
  }

  @Test
  void whoLeavesTheDirectoryLeavesTheCatalogWithTheNextSync() throws LDAPException {
    directory.people("web", 3);
    directory.group("web", dns("web-1", "web-2"));
    source("web");
    assertThat(status(sources.sync("web"))).isEqualTo("DONE");
    assertThat(sources.entity("group", "web").path("relations").toString())
        .contains("user:default/web-1", "user:default/web-2")
        .doesNotContain("web-3");

    directory.empty();
    directory.people("web", 2);
    directory.group("web", dns("web-2"));

    assertThat(status(sources.sync("web"))).isEqualTo("DONE");
    assertThat(sources.entity("user", "web-3").isObject()).isFalse();
    assertThat(sources.entity("group", "web").path("relations").toString())
        .contains("user:default/web-2")
        .doesNotContain("web-1");
  }

  @Test
  void anAnswerThatIsNotWholeIsAFailedSyncThatRetractsNothing() throws LDAPException {
    directory.people("sound", 4);
    source("sound");
    sources.sync("sound");

    directory.empty();
    JsonNode sync = sources.sync("sound");

    assertThat(status(sync)).isEqualTo("FAILED");
    assertThat(sync.path("notes").toString()).contains("an empty answer is not believed");
    assertThat(sources.spokenOf("sound")).isEqualTo(4);
  }

  @Test
  void aDirectoryThatLostManyWaitsForAPerson() throws LDAPException {
    directory.people("crowd", 40);
    source("crowd");
    sources.sync("crowd");

    directory.empty();
    directory.people("crowd", 5);

    assertThat(status(sources.sync("crowd"))).isEqualTo("HELD");
    assertThat(sources.spokenOf("crowd")).isEqualTo(40);
    sources.approveUntilLeft("crowd", 5);
  }

  private static void source(String name) {
    sources.put(
        name,
        """
        {"adapter": "ldap", "configuration": {
          "url": "ldap://localhost:%d", "user": "%s", "secret": "PORTOLAN_DATABASE_DIRECTORY",
          "searches": [{"base": "%s"}]}}"""
            .formatted(directory.port(), TestingDirectory.USER, TestingDirectory.BASE));
  }

  private static String status(JsonNode sync) {
    return sync.path("status").asString();
  }
}
