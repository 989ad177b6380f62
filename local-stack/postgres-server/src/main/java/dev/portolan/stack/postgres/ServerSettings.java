package dev.portolan.stack.postgres;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the server is told on its command line. */
record ServerSettings(Map<String, String> values) {
  private static final String FSYNC = "PORTOLAN_POSTGRES_FSYNC";

  static ServerSettings of(String address, int port) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("listen_addresses", address);
    values.put("port", Integer.toString(port));
    // TCP alone: a socket's path may be no longer than 107 characters, which a data folder can be.
    values.put("unix_socket_directories", "");
    values.put("wal_level", "logical");
    values.put("max_connections", "200");
    // Every test class that runs a relay has a slot of its own.
    values.put("max_wal_senders", "64");
    values.put("max_replication_slots", "64");
    // A relay that never comes back must not fill the disk.
    values.put("max_slot_wal_keep_size", "8GB");
    values.put("max_wal_size", "512MB");
    values.put("log_timezone", "UTC");
    values.put("timezone", "UTC");
    // Off is for tests: data then survives the death of every process, but not of the machine.
    values.put("fsync", System.getenv().getOrDefault(FSYNC, "on"));
    return new ServerSettings(values);
  }

  /** As the program itself takes them. */
  List<String> asArguments() {
    return values.entrySet().stream()
        .flatMap(setting -> Stream.of("-c", setting.getKey() + "=" + setting.getValue()))
        .toList();
  }

  /** As pg_ctl hands them on, through a shell. */
  String asOptions() {
    return values.entrySet().stream()
        .map(setting -> "-c " + setting.getKey() + "='" + setting.getValue() + "'")
        .collect(Collectors.joining(" "));
  }
}
