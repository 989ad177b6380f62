package dev.portolan.stack;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** One server stopped: asked first, killed when it does not listen. */
final class Stop {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Server server;
  private final ServerProcess process;
  private final Consumer<StackEvent> listener;
  private final long begun = System.nanoTime();

  Stop(Server server, StackSettings settings, Consumer<StackEvent> listener) {
    this.server = server;
    this.process = new ServerProcess(settings.folder(server));
    this.listener = listener;
  }

  void gracefully() throws IOException, InterruptedException {
    Optional<ProcessHandle> running = process.find();
    if (running.isPresent()) {
      ask(running.get());
      StackEvent end =
          ServerProcess.awaitEnd(running.get(), PATIENCE)
              ? new StackEvent.Stopped(server, elapsed())
              : killed(running.get());
      listener.accept(end);
    }
    process.forget();
  }

  void atOnce() throws IOException, InterruptedException {
    Optional<ProcessHandle> running = process.find();
    if (running.isPresent()) {
      listener.accept(killed(running.get()));
    }
    process.forget();
  }

  private void ask(ProcessHandle running) throws IOException, InterruptedException {
    switch (server) {
      // SIGTERM would have PostgreSQL wait until the last client has left; SIGINT ends sessions.
      case POSTGRES ->
          new ProcessBuilder("kill", "-INT", Long.toString(running.pid())).start().waitFor();
      case KAFKA, NEO4J, ELASTICSEARCH -> running.destroy();
    }
  }

  private StackEvent killed(ProcessHandle running) throws InterruptedException {
    Duration waited = elapsed();
    running.destroyForcibly();
    ServerProcess.awaitEnd(running, PATIENCE);
    return new StackEvent.Killed(server, waited);
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
