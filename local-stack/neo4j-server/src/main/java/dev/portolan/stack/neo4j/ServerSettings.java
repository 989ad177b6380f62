package dev.portolan.stack.neo4j;

import static org.neo4j.configuration.GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period;
import static org.neo4j.configuration.GraphDatabaseSettings.check_point_interval_time;
import static org.neo4j.configuration.GraphDatabaseSettings.keep_logical_logs;
import static org.neo4j.configuration.GraphDatabaseSettings.logical_log_rotation_threshold;
import static org.neo4j.configuration.GraphDatabaseSettings.pagecache_memory;
import static org.neo4j.configuration.GraphDatabaseSettings.preallocate_logical_logs;
import static org.neo4j.configuration.GraphDatabaseSettings.udc_enabled;

import java.nio.file.Path;
import java.time.Duration;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** What Neo4j is told. */
final class ServerSettings {
  private static final String PAGE_CACHE = "PORTOLAN_NEO4J_PAGE_CACHE_MIB";
  private static final String DEFAULT_PAGE_CACHE_MIB = "160";

  private ServerSettings() {}

  static DatabaseManagementServiceBuilder in(Path folder, String address, int port) {
    SocketAddress bolt = new SocketAddress(address, port);
    return new DatabaseManagementServiceBuilder(folder)
        .setConfig(BoltConnector.enabled, true)
        .setConfig(BoltConnector.listen_address, bolt)
        .setConfig(BoltConnector.advertised_address, bolt)
        .setConfig(BoltConnector.encryption_level, BoltConnector.EncryptionLevel.DISABLED)
        .setConfig(GraphDatabaseSettings.auth_enabled, true)
        .setConfig(pagecache_memory, pageCacheBytes())
        // Without these the transaction logs of a few loads of 100,000 entities fill gigabytes:
        // they are cut at a checkpoint, and only whole files go.
        .setConfig(preallocate_logical_logs, false)
        .setConfig(logical_log_rotation_threshold, 32L << 20)
        .setConfig(keep_logical_logs, "64M size")
        .setConfig(check_point_interval_time, Duration.ofMinutes(3))
        // Twice five seconds of waiting whether a client has something to add: whoever stops the
        // stack has stopped the services before.
        .setConfig(netty_server_shutdown_quiet_period, Duration.ZERO)
        .setConfig(udc_enabled, false);
  }

  private static long pageCacheBytes() {
    String mebibytes = System.getenv().getOrDefault(PAGE_CACHE, DEFAULT_PAGE_CACHE_MIB);
    return Long.parseLong(mebibytes) << 20;
  }
}
