package dev.portolan.system.deployment;

import dev.portolan.system.deployment.Manifests.Manifest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who listens where in Kubernetes: our services by their Services, and the engines under the names,
 * labels and ports that their operators give them.
 */
record Cluster(Map<Address, Pod> listeners) {
  private static final Source ENGINES = new Source("k8s/engines/kustomization.yaml");
  private static final Source NEO4J = new Source("k8s/engines/neo4j-values.yaml");

  static Cluster of(Manifests manifests) {
    Map<Address, Pod> listeners = new LinkedHashMap<>();
    Map<String, Pod> pods = pods(manifests);
    manifests.of("Service").forEach(service -> addPorts(service, pods, listeners));
    manifests.of("Kafka").forEach(kafka -> addListeners(kafka, listeners));
    manifests
        .of("Cluster")
        .forEach(each -> add(listeners, each.name() + "-rw", 5432, "cnpg.io/cluster", each.name()));
    manifests
        .of("Elasticsearch")
        .forEach(
            each ->
                add(
                    listeners,
                    each.name() + "-es-http",
                    9200,
                    "elasticsearch.k8s.elastic.co/cluster-name",
                    each.name()));
    String neo4j = Yaml.document(NEO4J.path()).at("neo4j", "name").text();
    add(listeners, ENGINES.find("helm install (\\S+) neo4j/neo4j"), 7687, "app", neo4j);
    return new Cluster(listeners);
  }

  /** The pods of our Deployments. */
  static Map<String, Pod> pods(Manifests manifests) {
    return manifests
        .of("Deployment")
        .map(Cluster::pod)
        .collect(Collectors.toMap(Pod::name, each -> each, (a, b) -> a, LinkedHashMap::new));
  }

  private static Pod pod(Manifest deployment) {
    Yaml template = deployment.yaml().at("spec", "template");
    Map<String, Integer> ports =
        template.at("spec", "containers").items().getFirst().at("ports").items().stream()
            .collect(
                Collectors.toMap(
                    port -> port.at("name").text(), port -> port.at("containerPort").number()));
    return new Pod(deployment.name(), Pod.OURS, template.at("metadata", "labels").labels(), ports);
  }

  private static void addPorts(
      Manifest service, Map<String, Pod> pods, Map<Address, Pod> listeners) {
    Map<String, String> selector = service.yaml().at("spec", "selector").labels();
    for (Pod pod : pods.values()) {
      if (pod.labels().entrySet().containsAll(selector.entrySet())) {
        for (Yaml port : service.yaml().at("spec", "ports").items()) {
          if (pod.ports().containsKey(port.at("targetPort").text())) {
            listeners.put(new Address(service.name(), port.at("port").number()), pod);
          }
        }
      }
    }
  }

  private static void addListeners(Manifest kafka, Map<Address, Pod> listeners) {
    for (Yaml listener : kafka.yaml().at("spec", "kafka", "listeners").items()) {
      add(
          listeners,
          kafka.name() + "-kafka-bootstrap",
          listener.at("port").number(),
          "strimzi.io/cluster",
          kafka.name());
    }
  }

  private static void add(
      Map<Address, Pod> listeners, String host, int port, String label, String value) {
    listeners.put(new Address(host, port), new Pod(host, Pod.OURS, Map.of(label, value), Map.of()));
  }
}
