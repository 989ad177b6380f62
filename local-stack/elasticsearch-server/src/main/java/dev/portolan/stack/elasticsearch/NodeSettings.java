package dev.portolan.stack.elasticsearch;

import java.nio.file.Path;
import org.elasticsearch.common.settings.Settings;

/** What the node is told, as Elasticsearch names it. */
final class NodeSettings {
  static final String NODE = "portolan";

  private NodeSettings() {}

  static Settings in(Path folder, String address, int port) {
    return Settings.builder()
        .put("path.home", folder.toString())
        .put("path.data", folder.resolve("data").toString())
        .put("path.logs", folder.resolve("logs").toString())
        .put("cluster.name", "portolan")
        .put("node.name", NODE)
        .put("discovery.type", "single-node")
        .put("network.host", address)
        .put("http.port", port)
        .put("http.type", "netty4")
        .put("transport.type", "netty4")
        // No other node will come: any free port, and loopback whatever HTTP is bound to.
        .put("transport.port", "0")
        .put("transport.host", "127.0.0.1")
        // A laptop's disk that is 95 % full still has room for a catalog.
        .put("cluster.routing.allocation.disk.threshold_enabled", false)
        .put("logger.level", "WARN")
        // Its native libraries are not published; it says so at length and does without.
        .put("logger.org.elasticsearch.nativeaccess", "OFF")
        .build();
  }
}
