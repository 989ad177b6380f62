package dev.portolan.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AddressesTest {
  private static final Pattern PORT = Pattern.compile("(?<![\\w.])\\d{4,5}(?![\\w.])");

  static List<ServiceContainer> containers() {
    return ServiceContainer.all();
  }

  static Collection<Address> engines() {
    return ComposeEngines.addresses().values();
  }

  @ParameterizedTest
  @MethodSource("containers")
  void everyAddressThatAServiceIsToldIsOneWhereSomethingListens(ServiceContainer container) {
    assertThat(listeners(container)).containsAll(container.connections().toList());
  }

  private static Collection<Address> listeners(ServiceContainer container) {
    return container.place().equals(Compose.SOURCE.name())
        ? Stream.concat(
                ComposeEngines.addresses().values().stream(),
                Compose.ofRepository().ours().map(each -> new Address(each.service(), each.port())))
            .toList()
        : Cluster.of(Manifests.ofRepository()).listeners().keySet();
  }

  @ParameterizedTest
  @MethodSource("containers")
  void everyServiceHasConnectionsAndNoneIsLeftAtLoopback(ServiceContainer container) {
    assertThat(container.connections())
        .isNotEmpty()
        .extracting(Address::host)
        .doesNotContain("127.0.0.1", "localhost");
  }

  @ParameterizedTest
  @MethodSource("containers")
  void healthAndMetricsAreAskedForWhereTheServiceAnswers(ServiceContainer container) {
    assertThat(container.asked())
        .isNotEmpty()
        .allSatisfy(
            question -> {
              assertThat(question.port()).as(question.by()).isEqualTo(container.port());
              assertThat(container.configuration().actuatorPaths())
                  .as(question.by())
                  .contains(question.path());
            });
  }

  @Test
  void composePublishesPortsOnWhichTheServiceListens() {
    Compose compose = Compose.ofRepository();
    assertThat(compose.ours().toList())
        .allSatisfy(
            each -> assertThat(compose.published(each.service())).isSubsetOf(List.of(each.port())));
    assertThat(compose.ours().filter(each -> !compose.published(each.service()).isEmpty()))
        .extracting(ServiceContainer::service)
        .containsExactly("ingestion-service", "gateway");
  }

  @Test
  void inKubernetesEveryServiceIsFoundUnderItsNameAndPort() {
    Manifests manifests = Manifests.ofRepository();
    Cluster cluster = Cluster.of(manifests);
    assertThat(manifests.ours().toList())
        .allSatisfy(
            each -> {
              Pod pod = cluster.listeners().get(new Address(each.service(), each.port()));
              assertThat(pod).isNotNull();
              assertThat(pod.name()).isEqualTo(each.service());
              assertThat(pod.ports().values()).containsExactly(each.port());
            });
  }

  @ParameterizedTest
  @MethodSource("engines")
  void theHealthCheckOfAnEngineAsksWhereTheEngineListens(Address engine) {
    Yaml check = Compose.ofRepository().service(engine.host()).at("healthcheck", "test");
    assertThat(check.texts().stream().flatMap(each -> PORT.matcher(each).results()))
        .extracting(port -> Integer.parseInt(port.group()))
        .containsExactly(engine.port());
  }
}
