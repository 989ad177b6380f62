package dev.portolan.stack;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A process, as it is remembered in the folder of the server or service that it runs: {@code
 * process.properties} is written by who starts it, {@code ready} by a server's launcher.
 */
public record ServerProcess(Path folder) {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final Duration CLOCKS_MOVE_BY = Duration.ofSeconds(5);

  /** The process that runs on this folder, whoever started it. */
  public Optional<ProcessHandle> find() throws IOException {
    return remembered().or(this::announced).or(this::leftOver);
  }

  /** So that a later command finds it; the port too, because that may be told another one. */
  public void remember(ProcessHandle process, int port) throws IOException {
    Properties properties = new Properties();
    properties.put("pid", Long.toString(process.pid()));
    properties.put("started", startedAt(process));
    properties.put("port", Integer.toString(port));
    write(properties);
  }

  /** When it has ended. */
  public void forget() throws IOException {
    Files.deleteIfExists(memory());
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

  /** Whether the launcher has named another process than itself, and that one lives. */
  boolean othersThan(ProcessHandle launcher) {
    return ready()
        .flatMap(ProcessHandle::of)
        .filter(ServerProcess::alive)
        .filter(process -> !process.equals(launcher))
        .isPresent();
  }

  /** Whether it still runs; a zombie does not. */
  public static boolean alive(ProcessHandle process) {
    return process.isAlive() && !zombie(process.pid());
  }

  /** Whether it has ended within that time. Not by onExit, which waits for a zombie for ever. */
  public static boolean awaitEnd(ProcessHandle process, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (alive(process)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
    return true;
  }

  /** The port that it was started on. */
  public OptionalInt port() throws IOException {
    String port = recall().getProperty("port");
    return port == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port));
  }

  /** A number is given to another process some day: the time of its start tells them apart. */
  private Optional<ProcessHandle> remembered() throws IOException {
    Properties memory = recall();
    return Optional.ofNullable(memory.getProperty("pid"))
        .map(Long::valueOf)
        .flatMap(ProcessHandle::of)
        .filter(ServerProcess::alive)
        .filter(process -> sameStart(startedAt(process), memory.getProperty("started", "")));
  }

  private Properties recall() throws IOException {
    Properties memory = new Properties();
    if (Files.exists(memory())) {
      try (Reader reader = Files.newBufferedReader(memory())) {
        memory.load(reader);
      }
    }
    return memory;
  }

  private void write(Properties properties) throws IOException {
    PrivateFile.write(memory(), writer -> properties.store(writer, null));
  }

  private Path memory() {
    return folder.resolve("process.properties");
  }

  /** Whether nobody lived to say that this process serves. */
  boolean isLeftOver() throws IOException {
    return ready().isEmpty() && remembered().isEmpty() && leftOver().isPresent();
  }

  /** PostgreSQL, whose launcher ends, if the starter was killed before it could remember it. */
  private Optional<ProcessHandle> announced() {
    return ready().flatMap(this::runningHere);
  }

  /** PostgreSQL, if its launcher was killed too: then its own lock file is all there is. */
  private Optional<ProcessHandle> leftOver() {
    try (Stream<String> lock = Files.lines(folder.resolve("data/postmaster.pid"))) {
      return lock.findFirst().map(String::strip).map(Long::valueOf).flatMap(this::runningHere);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<ProcessHandle> runningHere(long pid) {
    return ProcessHandle.of(pid)
        .filter(ServerProcess::alive)
        .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()));
  }

  /**
   * Linux counts a start from the time of the boot, and moves that when the clock is set: two
   * answers about one process may differ by a second or so.
   */
  private static boolean sameStart(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.equals(other);
    }
    Duration apart = Duration.between(Instant.parse(one), Instant.parse(other)).abs();
    return apart.compareTo(CLOCKS_MOVE_BY) <= 0;
  }

  private static String startedAt(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  /**
   * Ended, but nobody has asked how: so it stays for ever where process 1 does not ask. A killed
   * process with threads that have not ended yet looks alike, and still has its ports and locks.
   */
  private static boolean zombie(long pid) {
    Path process = Path.of("/proc", Long.toString(pid));
    try (Stream<Path> threads = Files.list(process.resolve("task"))) {
      String stat = Files.readString(process.resolve("stat"));
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2) && threads.count() <= 1;
    } catch (IOException e) {
      return false;
    }
  }
}
