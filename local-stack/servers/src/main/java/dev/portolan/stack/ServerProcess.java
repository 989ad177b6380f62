package dev.portolan.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A process, as it is remembered in the folder of the server or service that it runs: {@code pid}
 * is written by who starts it, {@code ready} by a server's launcher.
 */
public record ServerProcess(Path folder) {

  /** The process that runs on this folder, whoever started it. */
  public Optional<ProcessHandle> find() throws IOException {
    return remembered().or(this::announced);
  }

  /** So that a later command finds it. */
  public void remember(ProcessHandle process) throws IOException {
    String started = process.info().startInstant().map(Instant::toString).orElse("");
    Files.writeString(folder.resolve("pid"), process.pid() + " " + started);
  }

  /** When it has ended. */
  public void forget() throws IOException {
    Files.deleteIfExists(folder.resolve("pid"));
    Files.deleteIfExists(folder.resolve("ready"));
  }

  /** Whether the launcher has said that the server serves, and which process it is. */
  Optional<Long> ready() {
    try {
      String text = Files.readString(folder.resolve("ready")).strip();
      return text.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(text));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static boolean alive(ProcessHandle process) {
    return process.isAlive() && !zombie(process.pid());
  }

  /** A number is given to another process some day: the time of its start tells them apart. */
  private Optional<ProcessHandle> remembered() throws IOException {
    Path file = folder.resolve("pid");
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    String[] words = Files.readString(file).strip().split(" ", 2);
    return ProcessHandle.of(Long.parseLong(words[0]))
        .filter(ServerProcess::alive)
        .filter(process -> words.length == 1 || startedAt(process).equals(words[1]));
  }

  /** PostgreSQL, whose launcher ends, if the starter was killed before it could remember it. */
  private Optional<ProcessHandle> announced() {
    return ready()
        .flatMap(ProcessHandle::of)
        .filter(ServerProcess::alive)
        .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()));
  }

  private static String startedAt(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  /** Ended, but nobody has asked how: so it stays for ever where process 1 does not ask. */
  private static boolean zombie(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException e) {
      return false;
    }
  }
}
