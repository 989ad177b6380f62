package dev.portolan.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * The servers on one data folder. They outlive the process that starts them; any later process that
 * is given the same folder finds them again.
 */
public final class LocalStack {
  private final StackSettings settings;

  public LocalStack(StackSettings settings) {
    this.settings = settings;
  }

  /**
   * Brings up what is not up yet, all at once, and returns when every one of them serves.
   *
   * @throws StackException when one or more could not be had; those that could stay up
   */
  public void up(Collection<Server> servers, Consumer<StackEvent> listener) {
    Consumer<StackEvent> oneAtATime = oneAtATime(listener);
    locked(
        () -> {
          requireMemory(servers, 0);
          // Inside the lock: two that start at once must not invent two passwords.
          Passwords passwords = passwords();
          Parallel.forEach(
              servers,
              oneAtATime,
              server -> new Start(server, settings, passwords, oneAtATime).run());
        });
  }

  /**
   * Says so when the machine has too little memory for those of the servers that are down.
   *
   * @param besideMegabytes what the caller starts beside them
   * @throws StackException with what is needed and what there is
   */
  public void requireMemory(Collection<Server> servers, long besideMegabytes) {
    Memory.requireFor(servers, besideMegabytes, settings);
  }

  /**
   * Does what belongs together while no other process starts or stops anything on this folder; what
   * this object does for the work is part of it.
   *
   * @param whenBusy told once, if another process does, before it is waited for
   */
  public <T> T alone(Runnable whenBusy, Callable<T> work) throws Exception {
    return FolderLock.alone(settings.data(), whenBusy, work);
  }

  /** Stops what is up: asks, waits, and kills what does not listen. */
  public void down(Collection<Server> servers, Consumer<StackEvent> listener) {
    Consumer<StackEvent> oneAtATime = oneAtATime(listener);
    locked(
        () ->
            Parallel.forEach(
                servers,
                oneAtATime,
                server -> new Stop(server, settings, oneAtATime).gracefully()));
  }

  /** Kills what is up: for data that nobody will want again. */
  public void kill(Collection<Server> servers) {
    locked(
        () ->
            Parallel.forEach(
                servers, event -> {}, server -> new Stop(server, settings, event -> {}).atOnce()));
  }

  public List<ServerStatus> status() {
    return Arrays.stream(Server.values()).map(this::status).toList();
  }

  /** What a service must have in its environment to reach these servers, passwords included. */
  public Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    locked(() -> environment.putAll(passwords().asEnvironment()));
    String address = settings.address();
    environment.put("PORTOLAN_KAFKA", settings.endpoint(Server.KAFKA));
    environment.put("PORTOLAN_NEO4J_URI", "bolt://" + settings.endpoint(Server.NEO4J));
    environment.put("PORTOLAN_NEO4J_USER", "neo4j");
    environment.put(
        "PORTOLAN_ELASTICSEARCH_URL", "http://" + settings.endpoint(Server.ELASTICSEARCH));
    environment.put("PORTOLAN_POSTGRES_HOST", address);
    environment.put("PORTOLAN_POSTGRES_PORT", Integer.toString(settings.port(Server.POSTGRES)));
    environment.put("PORTOLAN_POSTGRES_USER", "portolan");
    return environment;
  }

  public StackSettings settings() {
    return settings;
  }

  private ServerStatus status(Server server) {
    try {
      ServerProcess known = new ServerProcess(settings.folder(server));
      Optional<ProcessHandle> process = known.find();
      if (process.isEmpty()) {
        return ServerStatus.down(server, settings.port(server));
      }
      int port = known.port().orElse(settings.port(server));
      boolean answers = Probe.answers(server, settings.address(), port);
      return new ServerStatus(
          server,
          answers ? ServerStatus.State.UP : ServerStatus.State.NOT_ANSWERING,
          port,
          OptionalLong.of(process.get().pid()),
          Memory.resident(process.get()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Passwords passwords() {
    try {
      return Passwords.of(settings);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep passwords in " + settings.data(), e);
    }
  }

  private static Consumer<StackEvent> oneAtATime(Consumer<StackEvent> listener) {
    Object turn = new Object();
    return event -> {
      synchronized (turn) {
        listener.accept(event);
      }
    };
  }

  private void locked(Runnable action) {
    try {
      alone(
          () -> {},
          () -> {
            action.run();
            return settings;
          });
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot lock " + settings.data(), e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
