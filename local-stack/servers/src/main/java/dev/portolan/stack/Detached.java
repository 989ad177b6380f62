package dev.portolan.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts processes that outlive whoever starts them, and the terminal that they were started in.
 */
public final class Detached {
  private static final Path SETSID = Path.of("/usr/bin/setsid");
  private static final Path NOTHING = Path.of("/dev/null");

  private Detached() {}

  /**
   * Starts a process whose output goes to a new log; the log of the time before is kept as {@code
   * x.previous.log}.
   *
   * @param environment what it sees in addition to this process's own environment
   */
  public static Process start(List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    keepPrevious(log);
    ProcessBuilder builder =
        new ProcessBuilder(outOfTheTerminalsReach(SETSID, command))
            .redirectErrorStream(true)
            .redirectInput(NOTHING.toFile())
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    // Meant for the JVM that starts this one, such as a debugger's fixed port.
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    return builder.start();
  }

  /** This very JDK, which is new enough, because it runs this class. */
  public static Path java() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    if (!Files.isExecutable(java)) {
      throw new StackException(
          "There is no JDK 25 to start the servers with: " + java + " is gone. Install one.");
    }
    return java;
  }

  /**
   * Ctrl-C and a closed terminal are for who started the stack. macOS has no setsid; a process that
   * is told to ignore both signals before it begins goes on doing so, the JVM too.
   */
  static List<String> outOfTheTerminalsReach(Path setsid, List<String> command) {
    List<String> whole = new ArrayList<>();
    if (Files.isExecutable(setsid)) {
      whole.add(setsid.toString());
    } else {
      whole.addAll(List.of("/bin/sh", "-c", "trap '' HUP INT; exec \"$@\"", "sh"));
    }
    whole.addAll(command);
    return whole;
  }

  private static void keepPrevious(Path log) throws IOException {
    if (Files.exists(log)) {
      String name = log.getFileName().toString().replaceFirst("\\.log$", "");
      Path previous = log.resolveSibling(name + ".previous.log");
      Files.move(log, previous, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
