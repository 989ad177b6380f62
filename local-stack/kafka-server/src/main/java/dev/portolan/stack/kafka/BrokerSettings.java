package dev.portolan.stack.kafka;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** What the broker is told, as Kafka names it. */
record BrokerSettings(Map<String, String> values) {

  static BrokerSettings in(Path folder, String address, int port) throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    putListeners(values, address, port, freeLoopbackPort());
    values.put("log.dirs", folder.resolve("data").toString());
    putSingleReplicas(values);
    putSmallFootprint(values);
    // A misspelled topic is an error, as on a cluster that is looked after.
    values.put("auto.create.topics.enable", "false");
    values.put("group.initial.rebalance.delay.ms", "0");
    return new BrokerSettings(values);
  }

  Properties asProperties() {
    Properties properties = new Properties();
    properties.putAll(values);
    return properties;
  }

  private static void putListeners(
      Map<String, String> values, String address, int port, int controllerPort) {
    values.put("process.roles", "broker,controller");
    values.put("node.id", "1");
    values.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    values.put(
        "listeners",
        "CLIENTS://%s:%d,CONTROLLER://127.0.0.1:%d".formatted(address, port, controllerPort));
    values.put("advertised.listeners", "CLIENTS://%s:%d".formatted(address, port));
    values.put("controller.listener.names", "CONTROLLER");
    values.put("inter.broker.listener.name", "CLIENTS");
    values.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
  }

  private static void putSingleReplicas(Map<String, String> values) {
    values.put("offsets.topic.replication.factor", "1");
    values.put("offsets.topic.num.partitions", "4");
    values.put("transaction.state.log.replication.factor", "1");
    values.put("transaction.state.log.min.isr", "1");
    values.put("transaction.state.log.num.partitions", "1");
    values.put("share.coordinator.state.topic.replication.factor", "1");
    values.put("share.coordinator.state.topic.min.isr", "1");
    values.put("share.coordinator.state.topic.num.partitions", "1");
  }

  private static void putSmallFootprint(Map<String, String> values) {
    // The default, 128 MiB, is taken from the heap at start; this holds the keys of 600,000
    // records.
    values.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
    values.put("num.network.threads", "2");
    values.put("num.io.threads", "4");
    values.put("background.threads", "2");
  }

  /** The controller's port is no one else's business, and is not remembered between two starts. */
  private static int freeLoopbackPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
