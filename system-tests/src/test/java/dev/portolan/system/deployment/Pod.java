package dev.portolan.system.deployment;

import java.util.Map;

/**
 * A pod as network policies see it.
 *
 * @param ports that it listens on, by their names
 */
record Pod(String name, String namespace, Map<String, String> labels, Map<String, Integer> ports) {
  static final String OURS = "portolan";

  /** One of a namespace that is not ours, of which nothing is known but a label. */
  static Pod elsewhere(String namespace, Map<String, String> labels) {
    return new Pod("a pod of " + namespace, namespace, labels, Map.of());
  }

  @Override
  public String toString() {
    return name;
  }
}
