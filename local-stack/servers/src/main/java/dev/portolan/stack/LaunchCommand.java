package dev.portolan.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command line of a launcher. It holds no password: those go by the environment. */
final class LaunchCommand {
  private LaunchCommand() {}

  static List<String> of(Server server, StackSettings settings) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Detached.java().toString());
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add(compilers(server).option(settings.environment()));
    command.addAll(jvmOptions(server));
    String heap = settings.environment().get(server.heapVariable());
    if (heap != null && !heap.isBlank()) {
      command.add("-Xmx" + heap.strip());
    }
    command.addAll(List.of("-cp", classPath(server, settings.repository()), server.mainClass()));
    command.add(settings.folder(server).toString());
    command.add(settings.address());
    command.add(Integer.toString(settings.port(server)));
    return command;
  }

  private static List<String> jvmOptions(Server server) {
    return switch (server) {
      case KAFKA -> List.of("-Xmx384m", "--sun-misc-unsafe-memory-access=allow");
      case NEO4J ->
          List.of(
              "-Xmx640m",
              // Half for the young: a transaction of 1,000 entities is short-lived and large.
              "-XX:NewRatio=1",
              "--enable-native-access=ALL-UNNAMED",
              "--sun-misc-unsafe-memory-access=allow",
              "--add-opens=java.base/java.nio=ALL-UNNAMED",
              "--add-opens=java.base/java.io=ALL-UNNAMED",
              "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");
      case ELASTICSEARCH ->
          List.of(
              "-Xmx512m",
              "--enable-native-access=ALL-UNNAMED",
              "--sun-misc-unsafe-memory-access=allow");
      // The launcher's, which ends when PostgreSQL runs.
      case POSTGRES -> List.of("-Xmx192m");
    };
  }

  /** With C1 alone, large loads are slow in Neo4j's Cypher, and searches take twice the time. */
  private static Compilers compilers(Server server) {
    return switch (server) {
      case NEO4J, ELASTICSEARCH -> Compilers.THOROUGH;
      case KAFKA, POSTGRES -> Compilers.QUICK;
    };
  }

  private static String classPath(Server server, Path repository) throws IOException {
    Path target = repository.resolve("local-stack").resolve(server.id() + "-server/target");
    Path dependencies = target.resolve("runtime.classpath");
    if (Files.notExists(dependencies)) {
      throw new StackException(
          "%s is not built: %s is missing. Run: ./mvnw package -pl local-stack/%s-server -am"
              .formatted(server.title(), dependencies, server.id()));
    }
    return jarIn(target) + ":" + Files.readString(dependencies).strip();
  }

  private static Path jarIn(Path target) throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(
              file -> file.getFileName().toString().matches(".*-server-[^-]+(-SNAPSHOT)?\\.jar"))
          .max(Path::compareTo)
          .orElseThrow(() -> new StackException("There is no jar in " + target));
    }
  }
}
