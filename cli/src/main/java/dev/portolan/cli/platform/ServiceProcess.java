package dev.portolan.cli.platform;

import dev.portolan.cli.CommandFailed;
import dev.portolan.stack.Detached;
import dev.portolan.stack.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A service as a process of its own, which a later command finds again in its folder. */
final class ServiceProcess {
  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final Duration AFTER_KILL = Duration.ofSeconds(10);
  private static final int LAST_LINES = 12;

  private final Service service;
  private final Home home;
  private final ServerProcess remembered;
  private final Path fingerprint;

  ServiceProcess(Service service, Home home) {
    this.service = service;
    this.home = home;
    this.remembered = new ServerProcess(home.data().resolve(service.folder()));
    this.fingerprint = remembered.folder().resolve("program.sha256");
  }

  Service service() {
    return service;
  }

  String name() {
    return service.folder();
  }

  /** The process, when it runs. */
  Optional<ProcessHandle> running() {
    try {
      return remembered.find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens; where it would be started when it does not run. */
  URI address() {
    URI wanted = service.address();
    return running().isEmpty() ? wanted : URI.create("http://" + wanted.getHost() + ":" + port());
  }

  /** The port that it was started on; the one that it would be started on when that is unknown. */
  int port() {
    try {
      return remembered.port().orElse(service.address().getPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether what runs is what was built since, or was told something else. */
  boolean isOutdated(Map<String, String> environment) {
    try {
      String wanted = new Program(service, home.root()).fingerprint(environment);
      return !Files.exists(fingerprint) || !Files.readString(fingerprint).equals(wanted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it, with these variables beside those of the command itself. */
  void start(Map<String, String> environment) {
    Program program = new Program(service, home.root());
    List<String> command = LaunchCommand.of(program, home.data(), System.getenv());
    try {
      Files.createDirectories(remembered.folder());
      Files.writeString(fingerprint, program.fingerprint(environment));
      Process process = Detached.start(command, environment, home.log(name()));
      remembered.remember(process.toHandle(), service.address().getPort());
    } catch (IOException e) {
      throw new CommandFailed(name() + " cannot be started: " + e.getMessage(), e);
    }
  }

  /** Asks it to end, waits, and ends it by force when it does not. */
  void stop() throws InterruptedException {
    Optional<ProcessHandle> running = running();
    if (running.isPresent()) {
      end(running.get());
    }
    try {
      remembered.forget();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last lines that it printed, for the person who has to know why it ended. */
  String lastWords() {
    Path log = home.log(name());
    try {
      // Not readAllLines: a log may hold bytes that are no UTF-8.
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    } catch (IOException e) {
      return "(" + log + " cannot be read: " + e.getMessage() + ")";
    }
  }

  private static void end(ProcessHandle process) throws InterruptedException {
    process.destroy();
    if (!ServerProcess.awaitEnd(process, GRACE)) {
      process.destroyForcibly();
      ServerProcess.awaitEnd(process, AFTER_KILL);
    }
  }
}
