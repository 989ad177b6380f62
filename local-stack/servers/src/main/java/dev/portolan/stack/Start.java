package dev.portolan.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;

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
    if (process.isLeftOver()) {
      new Stop(server, settings, event -> {}).gracefully();
    }
    Optional<ProcessHandle> running = process.find();
    if (running.isPresent()) {
      requireSamePort(running.get());
      awaitReady(running.get(), OptionalInt::empty);
      listener.accept(
          new StackEvent.AlreadyUp(server, settings.endpoint(server), running.get().pid()));
      return;
    }
    PortHolder.requireFree(server, settings);
    Process started = launch();
    listener.accept(new StackEvent.Starting(server, settings.endpoint(server), started.pid()));
    awaitReady(started.toHandle(), () -> OptionalInt.of(started.onExit().join().exitValue()));
    listener.accept(new StackEvent.Ready(server, settings.endpoint(server), elapsed()));
  }

  private void requireSamePort(ProcessHandle running) throws IOException {
    int port = process.port().orElse(settings.port(server));
    if (port != settings.port(server)) {
      throw new StackException(
          "%s of this stack is up on port %d (process %d), and %d is wanted. Stop the stack first."
              .formatted(server.title(), port, running.pid(), settings.port(server)));
    }
  }

  private Process launch() throws IOException {
    process.forget();
    Files.createDirectories(settings.folder(server));
    Map<String, String> environment = new HashMap<>(settings.environment());
    environment.putAll(passwords.asEnvironment());
    Process launched =
        Detached.start(LaunchCommand.of(server, settings), environment, settings.log(server));
    process.remember(launched.toHandle(), settings.port(server));
    return launched;
  }

  private void awaitReady(ProcessHandle launched, Supplier<OptionalInt> exit)
      throws IOException, InterruptedException {
    while (!ready()) {
      if (!ServerProcess.alive(launched) && process.ready().isEmpty()) {
        throw new StackException(Obituary.of(server, exit.get(), settings.log(server)));
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
      process.remember(serving.get(), settings.port(server));
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
