package dev.portolan.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EnginesTest {
  private static final Source POM = new Source("pom.xml");
  private static final Pattern CREATED = Pattern.compile("CREATE DATABASE (\\w+)");
  private static final Pattern DATABASE = Pattern.compile("jdbc:postgresql://[^/]+/([a-z_]+)");

  private final Manifests manifests = Manifests.ofRepository();
  private final Compose compose = Compose.ofRepository();

  private static String version(String engine) {
    return POM.find("<%s.version>([^<]+)</".formatted(engine));
  }

  @Test
  void theEnginesAreThoseThatTheTestsRunOn() {
    String postgres = version("postgres-binaries").replaceAll("\\.0$", "");
    assertThat(image("kafka")).isEqualTo("apache/kafka:" + version("kafka"));
    assertThat(image("postgres")).isEqualTo("postgres:" + postgres);
    assertThat(image("neo4j")).isEqualTo("neo4j:" + version("neo4j") + "-community");
    assertThat(image("elasticsearch"))
        .isEqualTo("docker.elastic.co/elasticsearch/elasticsearch:" + version("elasticsearch"));
    assertThat(manifests.one("Kafka", "kafka").at("spec", "kafka", "version").text())
        .isEqualTo(version("kafka"));
    assertThat(manifests.one("Cluster", "postgres").at("spec", "imageName").text())
        .startsWith("ghcr.io/cloudnative-pg/postgresql:" + postgres + "-");
    assertThat(manifests.one("Elasticsearch", "elasticsearch").at("spec", "version").text())
        .isEqualTo(version("elasticsearch"));
    assertThat(
            Yaml.document(new Source("k8s/engines/neo4j-values.yaml").path())
                .at("image", "customImage")
                .text())
        .isEqualTo("neo4j:" + version("neo4j") + "-community");
  }

  private String image(String engine) {
    return compose.service(engine).at("image").text();
  }

  @Test
  void theDatabasesAreThoseThatTheServicesUse() {
    Yaml cluster = manifests.one("Cluster", "postgres").at("spec", "bootstrap", "initdb");
    Set<String> inKubernetes = created(String.join(";", cluster.at("postInitSQL").texts()));
    inKubernetes.add(cluster.at("database").text());
    assertThat(created(new Source("docker/postgres-databases.sql").text()))
        .isEqualTo(used(compose.ours()));
    assertThat(inKubernetes).isEqualTo(used(manifests.ours()));
  }

  private static Set<String> created(String sql) {
    Set<String> names = new TreeSet<>();
    CREATED.matcher(sql).results().forEach(each -> names.add(each.group(1)));
    return names;
  }

  private static Set<String> used(Stream<ServiceContainer> containers) {
    Set<String> names = new TreeSet<>();
    containers
        .map(each -> each.properties().getOrDefault("spring.datasource.url", ""))
        .flatMap(url -> DATABASE.matcher(url).results())
        .forEach(each -> names.add(each.group(1)));
    return names;
  }

  @Test
  void theUserThatTheServicesAreOwnsTheDatabasesAndMayReplicate() {
    String owner = ComposeEngines.variable(compose, "postgres", "POSTGRES_USER");
    assertThat(compose.ours().map(each -> each.properties().get("spring.datasource.username")))
        .filteredOn(user -> user != null)
        .containsOnly(owner);
    Yaml cluster = manifests.one("Cluster", "postgres").at("spec", "bootstrap", "initdb");
    assertThat(cluster.at("postInitSQL").texts())
        .contains("ALTER ROLE " + cluster.at("owner").text() + " REPLICATION")
        .filteredOn(sql -> sql.startsWith("CREATE DATABASE"))
        .allMatch(sql -> sql.endsWith(" OWNER " + cluster.at("owner").text()));
  }

  @Test
  void theOutboxCanBeReadThroughTheLogAndNoForgottenSlotFillsTheDisk() {
    assertThat(compose.service("postgres").at("command").texts())
        .contains("wal_level=logical")
        .anyMatch(option -> option.startsWith("max_slot_wal_keep_size="));
    assertThat(manifests.one("Cluster", "postgres").at("spec", "postgresql", "parameters").labels())
        .containsEntry("wal_level", "logical")
        .containsKey("max_slot_wal_keep_size");
  }

  @Test
  void kafkaSendsItsClientsToWhereItListensAndMakesNoTopicByItself() {
    assertThat(ComposeEngines.variable(compose, "kafka", "KAFKA_ADVERTISED_LISTENERS"))
        .isEqualTo("PLAINTEXT://" + ComposeEngines.addresses().get("kafka"));
    assertThat(ComposeEngines.variable(compose, "kafka", "KAFKA_AUTO_CREATE_TOPICS_ENABLE"))
        .isEqualTo("false");
    assertThat(
            manifests
                .one("Kafka", "kafka")
                .at("spec", "kafka", "config", "auto.create.topics.enable")
                .is(false))
        .isTrue();
  }

  @Test
  void theTopicOfEntitiesIsWhatIngestionServiceWouldMake() {
    ServiceContainer ingestion =
        manifests
            .ours()
            .filter(each -> each.service().equals("ingestion-service"))
            .findFirst()
            .orElseThrow();
    Map<String, String> wanted = ingestion.properties();
    Yaml topic =
        manifests.one("KafkaTopic", wanted.getOrDefault("portolan.topic.name", "")).at("spec");
    assertThat(topic.at("partitions").text()).isEqualTo(wanted.get("portolan.topic.partitions"));
    assertThat(topic.at("replicas").text())
        .isEqualTo(wanted.get("portolan.topic.replication-factor"))
        .isEqualTo(manifests.one("KafkaNodePool", "brokers").at("spec", "replicas").text());
    assertThat(topic.at("config").labels())
        .isEqualTo(
            Map.of(
                "cleanup.policy",
                "compact",
                "min.compaction.lag.ms",
                Size.seconds(wanted.getOrDefault("portolan.topic.min-compaction-lag", "")) + "000",
                "max.message.bytes",
                Long.toString(Size.bytes(wanted.getOrDefault("portolan.topic.max-message", "")))));
  }

  @Test
  void theTopicOfFactsIsWhatIngestionServiceWouldMake() {
    Map<String, String> wanted =
        manifests
            .ours()
            .filter(each -> each.service().equals("ingestion-service"))
            .findFirst()
            .orElseThrow()
            .properties();
    Yaml topic =
        manifests.one("KafkaTopic", wanted.getOrDefault("portolan.facts.topic", "")).at("spec");
    assertThat(topic.at("partitions").text()).isEqualTo(wanted.get("portolan.facts.partitions"));
    assertThat(topic.at("replicas").text())
        .isEqualTo(wanted.get("portolan.facts.replication-factor"));
    assertThat(topic.at("config").labels())
        .isEqualTo(
            Map.of(
                "cleanup.policy",
                "compact",
                "min.compaction.lag.ms",
                Size.seconds(wanted.getOrDefault("portolan.facts.min-compaction-lag", ""))
                    + "000"));
  }

  /** The topics of dead letters are made by readers, with what the broker says. */
  @Test
  void everyTopicTakesTheLongestEventAlsoOneOfDeadLetters() {
    String longest = ComposeEngines.variable(compose, "kafka", "KAFKA_MESSAGE_MAX_BYTES");
    assertThat(Configuration.of("ingestion-service").properties())
        .containsEntry("portolan.outbox.producer.[max.request.size]", longest);
    assertThat(
            manifests
                .one("Kafka", "kafka")
                .at("spec", "kafka", "config", "message.max.bytes")
                .text())
        .isEqualTo(longest);
    assertThat(
            manifests
                .one("KafkaTopic", "catalog.entities.v1")
                .at("spec", "config", "max.message.bytes")
                .text())
        .isEqualTo(longest);
  }

  @Test
  void everyEngineOnThisMachineHasABoundAndTimeToStop() {
    assertThat(List.copyOf(ComposeEngines.addresses().keySet()))
        .allSatisfy(
            engine -> {
              assertThat(compose.service(engine).at("mem_limit").exists()).as(engine).isTrue();
              assertThat(Size.seconds(compose.service(engine).at("stop_grace_period").textOr("0s")))
                  .as(engine)
                  .isGreaterThanOrEqualTo(30);
            });
  }
}
