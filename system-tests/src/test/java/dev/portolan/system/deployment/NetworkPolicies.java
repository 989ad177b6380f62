package dev.portolan.system.deployment;

import dev.portolan.system.deployment.Manifests.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What Kubernetes lets through, given all policies together. */
record NetworkPolicies(List<Yaml> specs) {

  /** One of the two sides that have to agree. */
  enum Side {
    EGRESS("Egress", "egress", "to"),
    INGRESS("Ingress", "ingress", "from");

    private final String type;
    private final String rules;
    private final String peers;

    Side(String type, String rules, String peers) {
      this.type = type;
      this.rules = rules;
      this.peers = peers;
    }
  }

  static NetworkPolicies of(Manifests manifests) {
    List<Yaml> specs = new ArrayList<>();
    manifests.of("NetworkPolicy").map(each -> each.yaml().at("spec")).forEach(specs::add);
    manifests.of("Kafka").flatMap(NetworkPolicies::madeByStrimzi).forEach(specs::add);
    return new NetworkPolicies(List.copyOf(specs));
  }

  /** Strimzi makes a policy of the peers of each listener. */
  private static Stream<Yaml> madeByStrimzi(Manifest kafka) {
    return kafka.yaml().at("spec", "kafka", "listeners").items().stream()
        .filter(listener -> listener.at("networkPolicyPeers").exists())
        .map(
            listener ->
                new Yaml(
                    Map.of(
                        "podSelector",
                        Map.of("matchLabels", Map.of("strimzi.io/cluster", kafka.name())),
                        "policyTypes",
                        List.of("Ingress"),
                        "ingress",
                        List.of(
                            Map.of(
                                "from",
                                listener.at("networkPolicyPeers").list(),
                                "ports",
                                List.of(Map.of("port", listener.at("port").number())))))));
  }

  /** Whether that side of the connection is allowed to take part in it. */
  boolean allow(Side side, Pod from, Pod to, int port) {
    Pod subject = side == Side.EGRESS ? from : to;
    Pod peer = side == Side.EGRESS ? to : from;
    List<Yaml> limiting = limiting(side, subject);
    return limiting.isEmpty()
        || limiting.stream()
            .flatMap(spec -> spec.at(side.rules).items().stream())
            .anyMatch(rule -> admits(rule, side, peer) && opens(rule, to, port));
  }

  /** The policies that leave the pod nothing on that side but what they name. */
  List<Yaml> limiting(Side side, Pod pod) {
    return specs.stream()
        .filter(spec -> selects(spec.at("podSelector"), pod.labels()))
        .filter(spec -> spec.at("policyTypes").texts().contains(side.type))
        .toList();
  }

  private static boolean admits(Yaml rule, Side side, Pod peer) {
    Yaml peers = rule.at(side.peers);
    return !peers.exists() || peers.items().stream().anyMatch(each -> means(each, peer));
  }

  private static boolean means(Yaml peer, Pod pod) {
    boolean namespace =
        peer.at("namespaceSelector").exists()
            ? selects(
                peer.at("namespaceSelector"),
                Map.of("kubernetes.io/metadata.name", pod.namespace()))
            : pod.namespace().equals(Pod.OURS);
    return !peer.at("ipBlock").exists()
        && namespace
        && selects(peer.at("podSelector"), pod.labels());
  }

  /** An empty selector selects everything. */
  private static boolean selects(Yaml selector, Map<String, String> labels) {
    return labels.entrySet().containsAll(selector.at("matchLabels").labels().entrySet());
  }

  private static boolean opens(Yaml rule, Pod destination, int port) {
    return !rule.at("ports").exists()
        || rule.at("ports").items().stream()
            .map(each -> each.at("port").text())
            .anyMatch(
                said ->
                    said.equals(Integer.toString(port))
                        || Integer.valueOf(port).equals(destination.ports().get(said)));
  }

  /** Every pod selector of every policy. */
  Stream<Map<String, String>> selectors() {
    return specs.stream().flatMap(NetworkPolicies::selectorsIn);
  }

  private static Stream<Map<String, String>> selectorsIn(Yaml spec) {
    Stream<Yaml> peers =
        Stream.of(Side.values())
            .flatMap(
                side ->
                    spec.at(side.rules).items().stream()
                        .flatMap(rule -> rule.at(side.peers).items().stream()));
    return Stream.concat(Stream.of(spec), peers)
        .map(each -> each.at("podSelector", "matchLabels").labels())
        .filter(labels -> !labels.isEmpty());
  }
}
