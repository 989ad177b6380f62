package dev.portolan.cli.platform;

import dev.portolan.stack.Memory;
import dev.portolan.stack.ServerStatus;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a server or service.
 *
 * @param name as the other commands take it
 * @param state {@code UP}, {@code NOT_ANSWERING} or {@code DOWN}
 * @param address host and port
 * @param pid its process; null when there is none
 * @param megabytes its share of memory; null when there is none
 */
record PartStatus(
    String name, String state, String address, @Nullable Long pid, @Nullable Long megabytes) {

  static List<PartStatus> ofAll(Home home) {
    List<PartStatus> all = new ArrayList<>();
    String host = home.stack().settings().address();
    home.stack().status().forEach(server -> all.add(of(server, host)));
    try (Health health = new Health()) {
      home.services().forEach(service -> all.add(of(service, health)));
    }
    return all;
  }

  private static PartStatus of(ServerStatus status, String host) {
    return new PartStatus(
        status.server().id(),
        status.state().name(),
        host + ":" + status.port(),
        status.pid().isPresent() ? status.pid().getAsLong() : null,
        megabytes(status.residentBytes()));
  }

  private static PartStatus of(ServiceProcess process, Health health) {
    URI address = process.service().address();
    Optional<ProcessHandle> running = process.running();
    String state = running.isEmpty() ? "DOWN" : health.isUp(address) ? "UP" : "NOT_ANSWERING";
    return new PartStatus(
        process.service().folder(),
        state,
        address.getAuthority(),
        running.map(ProcessHandle::pid).orElse(null),
        running.map(handle -> megabytes(Memory.resident(handle))).orElse(null));
  }

  private static @Nullable Long megabytes(OptionalLong bytes) {
    return bytes.isPresent() ? Long.valueOf(bytes.getAsLong() / 1_000_000) : null;
  }
}
