package dev.portolan.stack.junit;

import dev.portolan.stack.Server;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.testcontainers.elasticsearch.ElasticsearchContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.neo4j.Neo4jContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The official images of the same versions. They are never closed here: Testcontainers does it. */
@SuppressWarnings("resource")
final class Containers {
  private static final String PASSWORD = "of-a-test-only";

  private Containers() {}

  static Map<String, String> start(Server server) {
    return switch (server) {
      case KAFKA -> kafka();
      case NEO4J -> neo4j();
      case ELASTICSEARCH -> elasticsearch();
      case POSTGRES -> postgres();
    };
  }

  private static Map<String, String> kafka() {
    KafkaContainer kafka =
        new KafkaContainer(image("kafka")).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    kafka.start();
    return Map.of("PORTOLAN_KAFKA", kafka.getBootstrapServers());
  }

  private static Map<String, String> neo4j() {
    Neo4jContainer neo4j = new Neo4jContainer(image("neo4j")).withAdminPassword(PASSWORD);
    neo4j.start();
    return Map.of(
        "PORTOLAN_NEO4J_URI",
        neo4j.getBoltUrl(),
        "PORTOLAN_NEO4J_USER",
        "neo4j",
        "PORTOLAN_NEO4J_PASSWORD",
        PASSWORD);
  }

  private static Map<String, String> elasticsearch() {
    ElasticsearchContainer elasticsearch =
        new ElasticsearchContainer(image("elasticsearch"))
            .withEnv("xpack.security.enabled", "false")
            .withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m");
    elasticsearch.start();
    return Map.of("PORTOLAN_ELASTICSEARCH_URL", "http://" + elasticsearch.getHttpHostAddress());
  }

  private static Map<String, String> postgres() {
    PostgreSQLContainer postgres =
        new PostgreSQLContainer(image("postgres"))
            .withUsername("portolan")
            .withPassword(PASSWORD)
            .withCommand("postgres", "-c", "wal_level=logical", "-c", "max_connections=200");
    postgres.start();
    return Map.of(
        "PORTOLAN_POSTGRES_HOST",
        postgres.getHost(),
        "PORTOLAN_POSTGRES_PORT",
        Integer.toString(postgres.getFirstMappedPort()),
        "PORTOLAN_POSTGRES_USER",
        "portolan",
        "PORTOLAN_POSTGRES_PASSWORD",
        PASSWORD);
  }

  private static String image(String name) {
    Properties images = new Properties();
    try (InputStream file = Containers.class.getResourceAsStream("images.properties")) {
      images.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return images.getProperty(name);
  }
}
