package dev.portolan.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
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
    if (process.isLeftOver()) {
      new Stop(server, settings, event -> {}).gracefully();
    }
    Optional<ProcessHandle> running = process.find();
    if (running.isPresent()) {
      requireSamePort(running.get());
      if (becomesReady(running.get())) {
        listener.accept(
            new StackEvent.AlreadyUp(server, settings.endpoint(server), running.get().pid()));
        return;
      }
      // It was dying when it was found.
    }
    PortHolder.of(server, settings).requireFree();
    startNew();
  }

  private void startNew() throws IOException, InterruptedException {
    Process started = launch();
    listener.accept(new StackEvent.Starting(server, settings.endpoint(server), started.pid()));
    if (!becomesReady(started.toHandle())) {
      int exit = started.onExit().join().exitValue();
      throw new StackException(Obituary.of(server, exit, settings.log(server)));
    }
    ProcessHandle serving = process.ready().flatMap(ProcessHandle::of).orElseGet(started::toHandle);
    process.remember(serving, settings.port(server));
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

  /** Answers false when the process ends and has left no other that serves. */
  private boolean becomesReady(ProcessHandle awaited) throws InterruptedException {
    while (!ready()) {
      if (!ServerProcess.alive(awaited) && !process.othersThan(awaited)) {
        return false;
      }
      if (elapsed().compareTo(PATIENCE) > 0) {
        throw new StackException(
            "%s (process %d) does not answer on %s after %d s. Its log: %s"
                .formatted(
                    server.title(),
                    awaited.pid(),
                    settings.endpoint(server),
                    PATIENCE.toSeconds(),
                    settings.log(server)));
      }
      Thread.sleep(POLL);
    }
    return true;
  }

  private boolean ready() {
    return process.ready().isPresent()
        && Probe.answers(server, settings.address(), settings.port(server));
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
