package dev.portolan.stack.junit;

import dev.portolan.stack.Detached;
import dev.portolan.stack.LocalStack;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A small process that outlives the tests: it waits for the end of the build, however that comes,
 * and takes the servers away.
 */
public final class Watch {
  private Watch() {}

  static void begin(Path repository, Path data, Build build) throws IOException {
    List<String> command =
        List.of(
            Detached.java().toString(),
            "-Xmx16m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classesOf(Watch.class) + ":" + classesOf(LocalStack.class),
            Watch.class.getName(),
            repository.toString(),
            data.toString(),
            build.toString());
    // One log for each build: another build's watch may be writing to its own.
    Detached.start(command, Map.of(), data.resolve("logs/watch-" + build.pid() + ".log"));
  }

  public static void main(String... arguments) {
    SharedFolder folder = new SharedFolder(Path.of(arguments[0]), Path.of(arguments[1]));
    Build build = Build.parse(arguments[2]);
    Optional<ProcessHandle> process = build.process();
    process.ifPresent(running -> running.onExit().join());
    folder.alone(() -> folder.leftBy(build));
  }

  private static Path classesOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
