package dev.portolan.stack.junit;

import dev.portolan.stack.PrivateFile;
import dev.portolan.stack.Server;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** On which ports the test servers are, and the running builds that use them. */
record Sharing(Map<Server, Integer> ports, List<Build> builds) {

  /** Builds that were killed are not mentioned; without a file there are none. */
  static Sharing read(Path file) throws IOException {
    if (Files.notExists(file)) {
      return new Sharing(Map.of(), List.of());
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    Map<Server, Integer> ports = new EnumMap<>(Server.class);
    for (Server server : Server.values()) {
      ports.put(server, Integer.valueOf(properties.getProperty(server.portVariable())));
    }
    List<Build> builds =
        Stream.of(properties.getProperty("builds").split(" ", -1))
            .map(Build::parse)
            .filter(build -> build.process().isPresent())
            .toList();
    return new Sharing(ports, builds);
  }

  void write(Path file) throws IOException {
    Properties properties = new Properties();
    ports.forEach((server, port) -> properties.put(server.portVariable(), Integer.toString(port)));
    properties.put("builds", builds.stream().map(Build::toString).collect(Collectors.joining(" ")));
    PrivateFile.write(file, writer -> properties.store(writer, null));
  }

  Sharing joinedBy(Build build) {
    return new Sharing(ports, Stream.concat(builds.stream(), Stream.of(build)).toList());
  }

  Sharing leftBy(Build build) {
    return new Sharing(ports, builds.stream().filter(other -> !other.equals(build)).toList());
  }
}
