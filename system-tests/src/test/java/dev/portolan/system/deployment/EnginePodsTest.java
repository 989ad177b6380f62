package dev.portolan.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pods that operators make, in a namespace that refuses what is not restricted. CloudNativePG
 * and ECK's container ask for no more by themselves; the rest has to be told.
 */
class EnginePodsTest {
  private static final Manifests MANIFESTS = Manifests.ofRepository();
  private static final Yaml KAFKA = MANIFESTS.one("Kafka", "kafka").at("spec");
  private static final Yaml BROKERS = MANIFESTS.one("KafkaNodePool", "brokers").at("spec");
  private static final Yaml NEO4J =
      Yaml.document(new Source("k8s/engines/neo4j-values.yaml").path());

  private static Yaml elasticsearch() {
    return nodes().at("podTemplate", "spec");
  }

  private static Yaml nodes() {
    return MANIFESTS
        .one("Elasticsearch", "elasticsearch")
        .at("spec", "nodeSets")
        .items()
        .getFirst();
  }

  static List<Yaml> pods() {
    return List.of(
        BROKERS.at("template", "pod", "securityContext"),
        KAFKA.at("entityOperator", "template", "pod", "securityContext"),
        elasticsearch().at("securityContext"),
        NEO4J.at("containerSecurityContext"));
  }

  static List<Yaml> containers() {
    return List.of(
        BROKERS.at("template", "kafkaContainer", "securityContext"),
        KAFKA.at("entityOperator", "template", "topicOperatorContainer", "securityContext"),
        NEO4J.at("containerSecurityContext"));
  }

  static List<Yaml> resources() {
    return List.of(
        BROKERS.at("resources"),
        KAFKA.at("entityOperator", "topicOperator", "resources"),
        MANIFESTS.one("Cluster", "postgres").at("spec", "resources"),
        elasticsearch().at("containers").items().getFirst().at("resources"));
  }

  @ParameterizedTest
  @MethodSource("pods")
  void everyPodOfAnEngineRunsAsSomebodyAndWithoutRareSystemCalls(Yaml context) {
    assertThat(context.at("runAsNonRoot").is(true)).isTrue();
    assertThat(context.at("seccompProfile", "type").is("RuntimeDefault")).isTrue();
  }

  @ParameterizedTest
  @MethodSource("containers")
  void everyContainerOfAnEngineGivesUpItsRights(Yaml context) {
    assertThat(context.at("allowPrivilegeEscalation").is(false)).isTrue();
    assertThat(context.at("capabilities", "drop").texts()).containsExactly("ALL");
  }

  @ParameterizedTest
  @MethodSource("resources")
  void everyEngineSaysWhatItTakes(Yaml resources) {
    assertThat(resources.at("requests", "cpu").exists()).isTrue();
    assertThat(resources.at("limits", "memory").exists()).isTrue();
    assertThat(resources.at("requests", "memory").textOr(""))
        .isEqualTo(resources.at("limits", "memory").text());
  }

  /** The chart takes one amount for both. */
  @Test
  void neo4jsMemoryHoldsItsHeapAndItsPages() {
    int wanted =
        Stream.of("server.memory.heap.max_size", "server.memory.pagecache.size")
            .mapToInt(each -> Size.mebibytes(NEO4J.at("config", each).text()))
            .sum();
    assertThat(Size.mebibytes(NEO4J.at("neo4j", "resources", "memory").text()))
        .isGreaterThan(wanted);
  }
}
