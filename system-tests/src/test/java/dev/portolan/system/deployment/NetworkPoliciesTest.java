package dev.portolan.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.system.deployment.NetworkPolicies.Side;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkPoliciesTest {
  private static final Pod NAMES = Pod.elsewhere("kube-system", Map.of("k8s-app", "kube-dns"));
  private static final Pod MONITORING = Pod.elsewhere("monitoring", Map.of());
  private static final int DNS = 53;
  private static final int OTLP = 4318;

  /** Labels that others put on pods of their own: see docs/operations.md. */
  private static final Pod PUSHES = permitted("portolan.dev/pushes");

  private static final Pod FOLLOWS = permitted("portolan.dev/follows-changes");
  private static final Pod STRANGER = Pod.elsewhere("elsewhere", Map.of());

  private final Manifests manifests = Manifests.ofRepository();
  private final NetworkPolicies policies = NetworkPolicies.of(manifests);
  private final Cluster cluster = Cluster.of(manifests);
  private final Map<String, Pod> pods = Cluster.pods(manifests);

  private static Pod permitted(String label) {
    return Pod.elsewhere("elsewhere", Map.of(label, "true"));
  }

  static Stream<String> services() {
    return Manifests.ofRepository().ours().map(ServiceContainer::service);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void bothSidesAllowExactlyTheConnectionsThatServicesAreToldOf(Side side) {
    Set<String> told = new TreeSet<>();
    manifests
        .ours()
        .forEach(each -> each.connections().forEach(to -> told.add(each.service() + " to " + to)));
    Set<String> allowed = new TreeSet<>();
    for (Pod from : pods.values()) {
      cluster
          .listeners()
          .forEach(
              (address, to) -> {
                if (!openToAll(to) && policies.allow(side, from, to, portOf(to, address))) {
                  allowed.add(from + " to " + address);
                }
              });
    }
    assertThat(allowed).isEqualTo(told);
  }

  /** Where the gateway is concerned it is the egress of the others that decides. */
  private boolean openToAll(Pod pod) {
    return pod.name().equals("gateway");
  }

  /** Policies look at the pod's port, whatever the Service calls it. */
  private static int portOf(Pod pod, Address address) {
    return pod.ports().isEmpty() ? address.port() : pod.ports().values().iterator().next();
  }

  @Test
  void aStrangerReachesTheGatewayAndNothingElse() {
    assertThat(reachedBy(STRANGER)).containsExactly("gateway");
  }

  @Test
  void whoeverCarriesALabelReachesWhatTheLabelPermits() {
    assertThat(reachedBy(PUSHES)).containsExactlyInAnyOrder("gateway", "ingestion-service");
    assertThat(reachedBy(FOLLOWS)).containsExactlyInAnyOrder("gateway", "kafka-kafka-bootstrap");
  }

  private List<String> reachedBy(Pod from) {
    return cluster.listeners().entrySet().stream()
        .filter(
            each ->
                policies.allow(
                    Side.INGRESS, from, each.getValue(), portOf(each.getValue(), each.getKey())))
        .map(each -> each.getValue().name())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyServiceIsLimitedOnBothSides(String service) {
    Pod pod = pods.get(service);
    assertThat(pod).isNotNull();
    assertThat(policies.limiting(Side.EGRESS, pod)).isNotEmpty();
    assertThat(policies.limiting(Side.INGRESS, pod)).isNotEmpty();
    assertThat(manifests.one("NetworkPolicy", service).exists()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyServiceAsksForNamesIsScrapedAndSendsTraces(String service) {
    Pod pod = pods.get(service);
    assertThat(pod).isNotNull();
    assertThat(policies.allow(Side.EGRESS, pod, NAMES, DNS)).isTrue();
    assertThat(policies.allow(Side.EGRESS, pod, MONITORING, OTLP)).isTrue();
    assertThat(pod.ports().values())
        .allSatisfy(
            port -> assertThat(policies.allow(Side.INGRESS, MONITORING, pod, port)).isTrue());
  }

  @Test
  void everySelectorMeansSomePod() {
    Stream<Pod> known =
        Stream.of(
                pods.values().stream(),
                cluster.listeners().values().stream(),
                Stream.of(NAMES, PUSHES, FOLLOWS))
            .flatMap(each -> each);
    List<Map<String, String>> labels = known.map(Pod::labels).toList();
    assertThat(policies.selectors().toList())
        .allSatisfy(
            selector ->
                assertThat(labels)
                    .anyMatch(each -> each.entrySet().containsAll(selector.entrySet())));
  }
}
