package dev.portolan.stack.junit;

import dev.portolan.stack.LocalStack;
import dev.portolan.stack.Server;
import dev.portolan.stack.StackSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder of the test servers, and who uses them: every build that runs at this moment. The last
 * one that ends leaves nothing but logs.
 */
record SharedFolder(Path repository, Path data) {

  /** Runs while no other process changes anything here. */
  void alone(Runnable action) {
    try {
      Files.createDirectories(data);
      try (FileChannel channel =
          FileChannel.open(
              data.resolve("builds.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        channel.lock();
        action.run();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot use " + data, e);
    }
  }

  /** The servers as the running builds share them, with this build among them from now on. */
  LocalStack joinedBy(Build build) {
    try {
      Sharing sharing = Sharing.read(file());
      if (sharing.builds().isEmpty()) {
        forgetEverything();
        sharing = new Sharing(freshSettings().ports(), List.of());
      }
      if (!sharing.builds().contains(build)) {
        sharing = sharing.joinedBy(build);
        sharing.write(file());
        Watch.begin(repository, data, build);
      }
      return new LocalStack(settings(sharing.ports()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void leftBy(Build build) {
    try {
      Sharing sharing = Sharing.read(file()).leftBy(build);
      if (sharing.builds().isEmpty()) {
        forgetEverything();
        Files.deleteIfExists(file());
      } else {
        sharing.write(file());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void forgetEverything() throws IOException {
    new LocalStack(settings(Map.of())).kill(List.of(Server.values()));
    for (String data : List.of("kafka", "neo4j", "elasticsearch", "postgres/data")) {
      delete(data().resolve(data));
    }
  }

  private Path file() {
    return data.resolve("builds.properties");
  }

  private StackSettings freshSettings() throws IOException {
    return settings(Map.of()).onFreePorts();
  }

  private StackSettings settings(Map<Server, Integer> ports) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    // These servers are nobody's but the tests', whatever the shell says of a real stack.
    Arrays.asList("PORTOLAN_NEO4J_PASSWORD", "PORTOLAN_POSTGRES_PASSWORD")
        .forEach(environment::remove);
    environment.put("PORTOLAN_POSTGRES_FSYNC", "off");
    return new StackSettings(repository, data, "127.0.0.1", ports, environment);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
