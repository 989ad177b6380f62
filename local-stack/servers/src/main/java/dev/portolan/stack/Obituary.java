package dev.portolan.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Why a server died while it started, as far as its end and its log tell. */
final class Obituary {
  private static final int LAST_LINES = 12;

  /** What a shell and the JVM report of a process that signal 9 ended. */
  private static final int KILLED = 128 + 9;

  /** The JVM's own answer to -XX:+ExitOnOutOfMemoryError. */
  private static final int OUT_OF_HEAP = 3;

  private Obituary() {}

  static String of(Server server, int exit, Path log) throws IOException {
    return "%s died while it started%s. The end of %s:%s"
        .formatted(server.title(), cause(server, exit), log, lastLines(log));
  }

  private static String cause(Server server, int exit) {
    return switch (exit) {
      case KILLED -> ": it was killed, perhaps by the system for want of memory";
      case OUT_OF_HEAP -> ": its heap was too small, set more by " + server.heapVariable();
      default -> " (exit code " + exit + ")";
    };
  }

  private static String lastLines(Path log) throws IOException {
    if (Files.notExists(log)) {
      return " it wrote none.";
    }
    // Not readAllLines: a log may hold bytes that are no UTF-8.
    List<String> lines =
        new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank() && !isOfStackTrace(line))
            .toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    return "\n    " + String.join("\n    ", last);
  }

  /** What went wrong stands above the places where it did. */
  private static boolean isOfStackTrace(String line) {
    return line.startsWith("\tat ") || line.matches("\t\\.\\.\\. \\d+ more");
  }
}
