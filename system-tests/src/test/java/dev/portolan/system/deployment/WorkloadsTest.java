package dev.portolan.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.portolan.system.deployment.Manifests.Manifest;
import dev.portolan.system.deployment.ServiceContainer.Question;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkloadsTest {
  private static final Source TESTED_HEAPS =
      new Source("cli/src/main/java/dev/portolan/cli/platform/Service.java");

  static List<ServiceContainer> containers() {
    return ServiceContainer.all();
  }

  static List<Manifest> deployments() {
    return Manifests.ofRepository().of("Deployment").toList();
  }

  private static Yaml pod(Manifest deployment) {
    return deployment.yaml().at("spec", "template", "spec");
  }

  private static Yaml container(Manifest deployment) {
    return pod(deployment).at("containers").items().getFirst();
  }

  @ParameterizedTest
  @MethodSource("deployments")
  void everyDeploymentHasThreeProbesEachForItsOwnQuestion(Manifest deployment) {
    ServiceContainer service =
        containers().stream()
            .filter(each -> each.place().equals(deployment.file()))
            .findFirst()
            .orElseThrow();
    assertThat(service.asked())
        .extracting(Question::by, Question::path)
        .contains(
            tuple("startupProbe", "/actuator/health/liveness"),
            tuple("livenessProbe", "/actuator/health/liveness"),
            tuple("readinessProbe", "/actuator/health/readiness"));
    Yaml startup = container(deployment).at("startupProbe");
    assertThat(startup.at("periodSeconds").number() * startup.at("failureThreshold").number())
        .as("seconds for the start")
        .isGreaterThanOrEqualTo(180);
  }

  @ParameterizedTest
  @MethodSource("deployments")
  void everyDeploymentSurvivesTheLossOfAnInstance(Manifest deployment) {
    assertThat(deployment.yaml().at("spec", "replicas").number()).isGreaterThan(1);
    Yaml budget = Manifests.ofRepository().one("PodDisruptionBudget", deployment.name()).at("spec");
    assertThat(budget.at("minAvailable").number()).isEqualTo(1);
    assertThat(labels(deployment))
        .containsAllEntriesOf(budget.at("selector", "matchLabels").labels())
        .containsAllEntriesOf(deployment.yaml().at("spec", "selector", "matchLabels").labels());
  }

  private static Map<String, String> labels(Manifest deployment) {
    return deployment.yaml().at("spec", "template", "metadata", "labels").labels();
  }

  @ParameterizedTest
  @MethodSource("deployments")
  void everyDeploymentSaysWhatItTakes(Manifest deployment) {
    Yaml resources = container(deployment).at("resources");
    assertThat(resources.at("requests", "cpu").exists()).isTrue();
    assertThat(resources.at("requests", "memory").text())
        .isEqualTo(resources.at("limits", "memory").text());
  }

  @ParameterizedTest
  @MethodSource("deployments")
  void noDeploymentHasRightsThatItDoesNotNeed(Manifest deployment) {
    Yaml pod = pod(deployment);
    assertThat(pod.at("securityContext", "runAsNonRoot").is(true)).isTrue();
    assertThat(pod.at("securityContext", "runAsUser").text())
        .isEqualTo(Dockerfile.SOURCE.find("^USER (\\d+)$"));
    assertThat(pod.at("securityContext", "seccompProfile", "type").is("RuntimeDefault")).isTrue();
    assertThat(pod.at("automountServiceAccountToken").is(false)).isTrue();
    assertThat(pod.at("enableServiceLinks").is(false)).isTrue();
    Yaml rights = container(deployment).at("securityContext");
    assertThat(rights.at("allowPrivilegeEscalation").is(false)).isTrue();
    assertThat(rights.at("readOnlyRootFilesystem").is(true)).isTrue();
    assertThat(rights.at("capabilities", "drop").texts()).containsExactly("ALL");
  }

  @ParameterizedTest
  @MethodSource("containers")
  void aServiceCanWriteWhereItWrites(ServiceContainer container) {
    assertThat(container.writable()).contains("/tmp");
    String gitCache = container.properties().getOrDefault("portolan.adapters.git-cache", "/tmp/");
    assertThat(container.writable()).anyMatch(folder -> gitCache.startsWith(folder + "/"));
  }

  @ParameterizedTest
  @MethodSource("containers")
  void aServiceHasNoLessHeapThanWhereItIsTestedAndAsMuchAgainBesideIt(ServiceContainer container) {
    int tested =
        Integer.parseInt(
            TESTED_HEAPS.find("\"%s\", \"[^\"]+\", (\\d+)".formatted(container.service())));
    int percentage = Integer.parseInt(Dockerfile.SOURCE.find("MaxRAMPercentage=(\\d+)"));
    int heap = container.memory() * percentage / 100;
    assertThat(heap).isGreaterThanOrEqualTo(tested);
    assertThat(container.memory() - heap).isGreaterThanOrEqualTo(256);
  }

  @ParameterizedTest
  @MethodSource("containers")
  void aServiceIsGivenTheTimeThatItTakesToStop(ServiceContainer container) {
    int phase =
        Size.seconds(
            container.properties().getOrDefault("spring.lifecycle.timeout-per-shutdown-phase", ""));
    assertThat(container.grace()).isGreaterThanOrEqualTo(2 * phase + 5);
  }
}
