package dev.portolan.cli.platform;

import dev.portolan.cli.Addresses;
import dev.portolan.cli.CommandFailed;
import dev.portolan.stack.PortHolder;
import dev.portolan.stack.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All services of a platform together. */
final class Services {
  private static final Duration LONGEST_START = Duration.ofMinutes(3);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final List<ServiceProcess> processes;
  private final Home home;

  Services(Home home) {
    this.home = home;
    this.processes = home.services();
  }

  /** What those take that do not run, in MB. */
  long missingMegabytes() {
    return processes.stream()
        .filter(process -> process.running().isEmpty())
        .mapToLong(process -> process.service().megabytes())
        .sum();
  }

  /**
   * Every service has its port, or can have it. Asked before anything is started: another program
   * on a port would answer for the service.
   */
  void requirePorts() throws InterruptedException {
    List<String> reasons = new ArrayList<>();
    for (ServiceProcess process : processes) {
      try {
        requirePort(process);
      } catch (StackException e) {
        reasons.add(e.getMessage());
      }
    }
    if (!reasons.isEmpty()) {
      throw new CommandFailed(String.join("\n", reasons));
    }
  }

  /** Stops those that run what was there before the last build, or before settings changed. */
  void stopOutdated(Map<String, String> environment) throws InterruptedException {
    for (ServiceProcess process : processes) {
      if (process.running().isPresent() && process.isOutdated(environment)) {
        print(process, "starts anew: it was built again, or is told other addresses");
        process.stop();
      }
    }
  }

  /** Starts what does not run, all at once, and returns when every one is healthy. */
  void start(Map<String, String> environment) throws InterruptedException {
    long begun = System.nanoTime();
    for (ServiceProcess process : processes) {
      if (process.running().isEmpty()) {
        process.start(environment);
      }
    }
    awaitHealth(begun);
  }

  /** Stops all at once, and answers whether any ran. */
  boolean stop() throws InterruptedException {
    List<ServiceProcess> running =
        processes.stream().filter(process -> process.running().isPresent()).toList();
    List<Thread> stopping = running.stream().map(Services::stopping).toList();
    for (Thread thread : stopping) {
      thread.join();
    }
    return !running.isEmpty();
  }

  private static Thread stopping(ServiceProcess process) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                process.stop();
                print(process, "stopped");
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private void awaitHealth(long begun) throws InterruptedException {
    List<ServiceProcess> awaited = new ArrayList<>(processes);
    try (Health health = new Health()) {
      while (!awaited.isEmpty()) {
        for (ServiceProcess process : List.copyOf(awaited)) {
          Duration passed = Duration.ofNanos(System.nanoTime() - begun);
          boolean up = health.isUp(process.address());
          requireAlive(process);
          if (up) {
            awaited.remove(process);
            print(
                process,
                "ready on %s after %.1f s"
                    .formatted(process.address(), passed.toMillis() / 1000.0));
          } else {
            requireInTime(process, passed);
          }
        }
        Thread.sleep(BETWEEN_LOOKS);
      }
    }
  }

  private void requirePort(ServiceProcess process) throws InterruptedException {
    Service service = process.service();
    int wanted = service.address().getPort();
    var running = process.running();
    if (running.isEmpty()) {
      requireFree(
          new PortHolder(
              service.folder(), Addresses.bindAddress(), wanted, service.portVariable()));
    } else if (process.port() != wanted) {
      throw new StackException(
          "%s is up on port %d (process %d), and %d is wanted. Stop it first: ./portolan down"
              .formatted(process.name(), process.port(), running.get().pid(), wanted));
    }
  }

  private static void requireFree(PortHolder port) throws InterruptedException {
    try {
      port.requireFree();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireAlive(ServiceProcess process) {
    if (process.running().isEmpty()) {
      throw new CommandFailed(
          process.name()
              + " ended while it started. The end of "
              + home.log(process.name())
              + ":\n"
              + process.lastWords());
    }
  }

  private static void requireInTime(ServiceProcess process, Duration passed) {
    if (passed.compareTo(LONGEST_START) > 0) {
      throw new CommandFailed(
          process.name()
              + " is not healthy after "
              + passed.toSeconds()
              + " s. See: ./portolan logs "
              + process.name());
    }
  }

  private static void print(ServiceProcess process, String said) {
    System.out.printf("  %-18s %s%n", process.name(), said);
  }
}
