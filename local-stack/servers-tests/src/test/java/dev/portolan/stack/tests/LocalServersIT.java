package dev.portolan.stack.tests;

import static dev.portolan.stack.Server.ELASTICSEARCH;
import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.NEO4J;
import static dev.portolan.stack.Server.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.stack.junit.LocalServers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;

class LocalServersIT {
  @RegisterExtension
  static final LocalServers servers = LocalServers.with(KAFKA, NEO4J, ELASTICSEARCH, POSTGRES);

  @Test
  void kafkaMakesTheTopicsOfATest() throws Exception {
    String topic = servers.newTopicName("entities");
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.kafka()))) {
      admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
      assertThat(admin.listTopics().names().get()).contains(topic);
    }
  }

  @Test
  void neo4jIsEmptyForAClassThatAsksForIt() {
    servers.emptyNeo4j();
    try (Driver driver =
            GraphDatabase.driver(
                servers.neo4jUri(),
                AuthTokens.basic(servers.neo4jUser(), servers.neo4jPassword()));
        Session session = driver.session()) {
      session.run("CREATE (:Left)-[:behind]->(:Node)").consume();
      servers.emptyNeo4j();
      assertThat(session.run("MATCH (n) RETURN count(n)").single().get(0).asLong()).isZero();
    }
  }

  @Test
  void elasticsearchAnswersAsClientsExpect() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(servers.elasticsearchUrl())).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      String answer = client.send(request, BodyHandlers.ofString()).body();
      assertThat(answer).contains("You Know, for Search");
    }
  }

  @Test
  void postgresHasADatabaseForEachWhoAsks() throws Exception {
    String name = servers.newDatabase("ingestion");
    String url =
        "jdbc:postgresql://%s:%d/%s"
            .formatted(servers.postgresHost(), servers.postgresPort(), name);
    try (Connection connection =
            DriverManager.getConnection(url, servers.postgresUser(), servers.postgresPassword());
        ResultSet level = connection.createStatement().executeQuery("SHOW wal_level")) {
      level.next();
      assertThat(level.getString(1)).isEqualTo("logical");
    }
  }
}
