package dev.portolan.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where a stack lives.
 *
 * @param repository the root of the repository, whose build made the launchers
 * @param data the folder of everything that the servers keep: data, logs, process ids, passwords
 * @param address what the servers listen on: loopback, or one address of this machine. Kafka and
 *     Elasticsearch have no passwords here.
 * @param environment what the servers' processes see; it may hold passwords and heap sizes
 */
public record StackSettings(
    Path repository,
    Path data,
    String address,
    Map<Server, Integer> ports,
    Map<String, String> environment) {
  private static final String ADDRESS = "PORTOLAN_SERVERS_BIND_ADDRESS";

  public StackSettings {
    repository = repository.toAbsolutePath().normalize();
    data = data.toAbsolutePath().normalize();
    ports = Map.copyOf(ports);
    environment = Map.copyOf(environment);
    if (address.equals("0.0.0.0") || address.equals("::")) {
      throw new IllegalArgumentException(
          ADDRESS
              + "="
              + address
              + ": name one address of this machine; Kafka tells it to its clients.");
    }
  }

  /** Ports, address, heaps and passwords from environment variables, defaults for the rest. */
  public static StackSettings from(Map<String, String> environment, Path repository, Path data) {
    Map<Server, Integer> ports = new EnumMap<>(Server.class);
    for (Server server : Server.values()) {
      ports.put(server, port(server, environment));
    }
    String address = environment.getOrDefault(ADDRESS, "127.0.0.1");
    return new StackSettings(repository, data, address, ports, environment);
  }

  /** On ports that nobody uses at this moment. */
  public StackSettings onFreePorts() throws IOException {
    Map<Server, Integer> free = new EnumMap<>(Server.class);
    for (Server server : Server.values()) {
      free.put(server, FreePorts.next(InetAddress.getByName(address)));
    }
    return new StackSettings(repository, data, address, free, environment);
  }

  public int port(Server server) {
    return ports.getOrDefault(server, server.defaultPort());
  }

  String endpoint(Server server) {
    return address + ":" + port(server);
  }

  Path folder(Server server) {
    return data.resolve(server.id());
  }

  /** What the server prints, and how it ended. */
  public Path log(Server server) {
    return data.resolve("logs").resolve(server.id() + ".log");
  }

  private static int port(Server server, Map<String, String> environment) {
    String text = environment.get(server.portVariable());
    if (text == null || text.isBlank()) {
      return server.defaultPort();
    }
    try {
      int port = Integer.parseInt(text.strip());
      if (port > 0 && port < 65_536) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Told below, like a number that is no port.
    }
    throw new IllegalArgumentException(
        server.portVariable() + "=" + text + " is no port: give a number from 1 to 65535.");
  }
}
