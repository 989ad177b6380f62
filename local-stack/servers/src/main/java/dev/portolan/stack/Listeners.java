package dev.portolan.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Which process listens on a port, as Linux tells it in /proc, and lsof elsewhere. */
final class Listeners {
  private static final Path PROC = Path.of("/proc");
  private static final String LISTENING = "0A";

  private Listeners() {}

  static OptionalLong processOn(int port) throws IOException {
    if (Files.notExists(PROC.resolve("net/tcp"))) {
      return askLsof(port);
    }
    Set<String> sockets = new HashSet<>();
    for (String table : List.of("net/tcp", "net/tcp6")) {
      Path file = PROC.resolve(table);
      if (Files.exists(file)) {
        sockets.addAll(socketsOn(port, Files.readAllLines(file)));
      }
    }
    return sockets.isEmpty()
        ? OptionalLong.empty()
        : ProcessHandle.allProcesses()
            .mapToLong(ProcessHandle::pid)
            .filter(pid -> hasOneOf(sockets, pid))
            .findFirst();
  }

  /** The words of a process's command line; none when this user may not see them. */
  static List<String> commandLine(long pid) {
    try {
      String words = Files.readString(PROC.resolve(pid + "/cmdline"), StandardCharsets.UTF_8);
      return List.of(words.split("\0", -1));
    } catch (IOException e) {
      return ProcessHandle.of(pid)
          .flatMap(process -> process.info().commandLine())
          .map(line -> List.of(line.split(" ", -1)))
          .orElse(List.of());
    }
  }

  /** Links such as {@code socket:[12345]} from lines of /proc/net/tcp. */
  static Set<String> socketsOn(int port, List<String> table) {
    String suffix = String.format(":%04X", port);
    Set<String> sockets = new HashSet<>();
    for (String line : table) {
      List<String> columns = List.of(line.strip().split("\\s+", -1));
      if (columns.size() > 9
          && columns.get(1).endsWith(suffix)
          && columns.get(3).equals(LISTENING)) {
        sockets.add("socket:[" + columns.get(9) + "]");
      }
    }
    return sockets;
  }

  private static boolean hasOneOf(Set<String> sockets, long pid) {
    try (DirectoryStream<Path> open = Files.newDirectoryStream(PROC.resolve(pid + "/fd"))) {
      for (Path descriptor : open) {
        if (sockets.contains(Files.readSymbolicLink(descriptor).toString())) {
          return true;
        }
      }
    } catch (IOException e) {
      // Another user's process, or one that has just ended.
    }
    return false;
  }

  private static OptionalLong askLsof(int port) throws IOException {
    try {
      Process lsof =
          new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN").start();
      String answer =
          new String(lsof.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return answer.lines().mapToLong(Long::parseLong).findFirst();
    } catch (IOException e) {
      return OptionalLong.empty(); // There is none; the port is taken all the same.
    }
  }
}
