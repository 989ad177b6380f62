package dev.portolan.system.deployment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One of our services as a deployment file starts it.
 *
 * @param place the file
 * @param set what the file sets; what a secret or a ConfigMap gives is there with an empty value
 * @param asked where its health is asked for and its metrics are fetched
 * @param writable the folders that it can write into
 * @param memory in mebibytes, the most that it may take
 * @param grace in seconds, how long it may take to stop
 */
record ServiceContainer(
    String place,
    String service,
    Map<String, String> set,
    List<Question> asked,
    List<String> writable,
    int memory,
    int grace) {

  /**
   * A question by HTTP.
   *
   * @param by who asks
   */
  record Question(String by, int port, String path) {}

  /** All of them, in both places. */
  static List<ServiceContainer> all() {
    return Stream.concat(Compose.ofRepository().ours(), Manifests.ofRepository().ours()).toList();
  }

  Configuration configuration() {
    return Configuration.of(service);
  }

  /** What the service sees: what its image sets, and over that what the file sets. */
  Map<String, String> variables() {
    Map<String, String> variables = new TreeMap<>(Dockerfile.variables());
    variables.putAll(set);
    return variables;
  }

  Map<String, String> properties() {
    return configuration().given(variables());
  }

  int port() {
    return configuration().port(variables());
  }

  /** The engines and services that its properties name. */
  Stream<Address> connections() {
    return properties().entrySet().stream()
        .filter(property -> !property.getKey().startsWith("server."))
        .flatMap(property -> Address.in(property.getValue()))
        .distinct();
  }

  @Override
  public String toString() {
    return service + " in " + place;
  }
}
