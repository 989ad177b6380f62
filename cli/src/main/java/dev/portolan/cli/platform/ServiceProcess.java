package dev.portolan.cli.platform;

import dev.portolan.cli.CommandFailed;
import dev.portolan.stack.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A service as a process of its own, which a later command finds again in its folder. */
final class ServiceProcess {
  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final int LAST_LINES = 12;

  private final Service service;
  private final Home home;
  private final ServerProcess remembered;

  ServiceProcess(Service service, Home home) {
    this.service = service;
    this.home = home;
    this.remembered = new ServerProcess(home.data().resolve(service.folder()));
  }

  Service service() {
    return service;
  }

  /** The process, when it runs. */
  Optional<ProcessHandle> running() {
    try {
      return remembered.find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it, with these variables beside those of the command itself. */
  void start(Map<String, String> environment) {
    Path log = home.log(service.folder());
    ProcessBuilder builder = new ProcessBuilder(LaunchCommand.of(service, home.root()));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    try {
      Files.createDirectories(log.getParent());
      Files.createDirectories(remembered.folder());
      Process process = builder.start();
      process.getOutputStream().close();
      remembered.remember(process.toHandle(), service.address().getPort());
    } catch (IOException e) {
      throw new CommandFailed(service.folder() + " cannot be started: " + e.getMessage(), e);
    }
  }

  /** Asks it to end, waits, and ends it by force when it does not. */
  void stop() {
    running().ifPresent(ServiceProcess::end);
    try {
      remembered.forget();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last lines that it printed, for the person who has to know why it ended. */
  String lastWords() {
    Path log = home.log(service.folder());
    try {
      var lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    } catch (IOException e) {
      return "(" + log + " cannot be read: " + e.getMessage() + ")";
    }
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(GRACE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      process.destroyForcibly();
      process.onExit().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
