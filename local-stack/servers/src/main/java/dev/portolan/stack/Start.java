package dev.portolan.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** One server brought up, or found to be up. */
final class Start {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration POLL = Duration.ofMillis(50);

  private final Server server;
  private final StackSettings settings;
  private final Passwords passwords;
  private final ServerProcess process;
  private final Consumer<StackEvent> listener;
  private final long begun = System.nanoTime();

  Start(Server server, StackSettings settings, Passwords passwords, Consumer<StackEvent> listener) {
    this.server = server;
    this.settings = settings;
    this.passwords = passwords;
    this.process = new ServerProcess(settings.folder(server));
    this.listener = listener;
  }

  void run() throws IOException, InterruptedException {
    Optional<ProcessHandle> running = process.find();
    if (running.isPresent()) {
      awaitReady(running.get());
      listener.accept(
          new StackEvent.AlreadyUp(server, settings.endpoint(server), running.get().pid()));
      return;
    }
    PortHolder.requireFree(server, settings);
    ProcessHandle started = launch();
    listener.accept(new StackEvent.Starting(server, settings.endpoint(server), started.pid()));
    awaitReady(started);
    listener.accept(new StackEvent.Ready(server, settings.endpoint(server), elapsed()));
  }

  private ProcessHandle launch() throws IOException {
    process.forget();
    Files.createDirectories(settings.folder(server));
    Path log = settings.log(server);
    Files.createDirectories(log.getParent());
    if (Files.exists(log)) {
      Path previous = log.resolveSibling(server.id() + ".previous.log");
      Files.move(log, previous, StandardCopyOption.REPLACE_EXISTING);
    }
    ProcessBuilder builder =
        new ProcessBuilder(LaunchCommand.of(server, settings))
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(log.toFile());
    LaunchCommand.prepare(builder.environment(), settings, passwords);
    ProcessHandle launched = builder.start().toHandle();
    process.remember(launched);
    return launched;
  }

  private void awaitReady(ProcessHandle launched) throws IOException, InterruptedException {
    while (!ready()) {
      if (!ServerProcess.alive(launched) && process.ready().isEmpty()) {
        throw new StackException(Obituary.of(server, settings.log(server)));
      }
      if (elapsed().compareTo(PATIENCE) > 0) {
        throw new StackException(
            "%s (process %d) does not answer on %s after %d s. Its log: %s"
                .formatted(
                    server.title(),
                    launched.pid(),
                    settings.endpoint(server),
                    PATIENCE.toSeconds(),
                    settings.log(server)));
      }
      Thread.sleep(POLL);
    }
    Optional<ProcessHandle> serving = process.ready().flatMap(ProcessHandle::of);
    if (serving.isPresent()) {
      process.remember(serving.get());
    }
  }

  private boolean ready() {
    return process.ready().isPresent()
        && Probe.answers(server, settings.address(), settings.port(server));
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
