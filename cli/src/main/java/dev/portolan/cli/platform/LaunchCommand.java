package dev.portolan.cli.platform;

import dev.portolan.cli.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a service. It holds no password: those go by the environment. */
final class LaunchCommand {
  private static final Path SETSID = Path.of("/usr/bin/setsid");
  private static final String VERSION = "0.1.0-SNAPSHOT";

  private LaunchCommand() {}

  static List<String> of(Service service, Path root) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      // Out of the terminal's reach: Ctrl-C is for the command that started it.
      command.add(SETSID.toString());
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + service.heapMegabytes() + "m",
            "-XX:+UseSerialGC",
            // Half for the young: what a batch needs is gone when the next begins.
            "-XX:NewRatio=1",
            // On two cores the time to the first answers goes into compiling.
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath(service, root),
            service.mainClass()));
    return command;
  }

  private static String classPath(Service service, Path root) {
    Path target = root.resolve(service.folder()).resolve("target");
    Path libraries = target.resolve("runtime.classpath");
    Path jar = target.resolve(service.folder() + "-" + VERSION + ".jar");
    try {
      if (!Files.exists(jar)) {
        throw new CommandFailed(jar + " is missing. Run: ./mvnw -DskipTests package");
      }
      return jar + ":" + Files.readString(libraries).strip();
    } catch (IOException e) {
      throw new CommandFailed(libraries + " is missing. Run: ./mvnw -DskipTests package", e);
    }
  }
}
