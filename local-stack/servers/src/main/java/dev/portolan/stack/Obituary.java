package dev.portolan.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Why a server died while it started, as far as its log tells. */
final class Obituary {
  private static final int LAST_LINES = 15;

  private Obituary() {}

  static String of(Server server, Path log) throws IOException {
    String heading = server.title() + " died while it started. The end of " + log + ":";
    if (Files.notExists(log)) {
      return heading + " it wrote none.";
    }
    // Not readAllLines: a log may hold bytes that are no UTF-8.
    List<String> lines =
        new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    return heading + "\n    " + String.join("\n    ", last);
  }
}
