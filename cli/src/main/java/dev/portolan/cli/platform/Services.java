package dev.portolan.cli.platform;

import dev.portolan.cli.CommandFailed;
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

  /** Stops all at once. */
  void stop() {
    processes.parallelStream()
        .filter(process -> process.running().isPresent())
        .forEach(
            process -> {
              process.stop();
              System.out.printf("  %-18s stopped%n", process.service().folder());
            });
  }

  private void awaitHealth(long begun) throws InterruptedException {
    List<ServiceProcess> awaited = new ArrayList<>(processes);
    try (Health health = new Health()) {
      while (!awaited.isEmpty()) {
        for (ServiceProcess process : List.copyOf(awaited)) {
          Duration passed = Duration.ofNanos(System.nanoTime() - begun);
          if (health.isUp(process.service().address())) {
            awaited.remove(process);
            printReady(process.service(), passed);
          }
          requireAlive(process);
          requireInTime(process.service(), passed);
        }
        Thread.sleep(BETWEEN_LOOKS);
      }
    }
  }

  private void requireAlive(ServiceProcess process) {
    if (process.running().isEmpty()) {
      throw new CommandFailed(
          process.service().folder()
              + " ended while it started. The end of "
              + home.log(process.service().folder())
              + ":\n"
              + process.lastWords());
    }
  }

  private void requireInTime(Service service, Duration passed) {
    if (passed.compareTo(LONGEST_START) > 0) {
      throw new CommandFailed(
          service.folder()
              + " is not healthy after "
              + passed.toSeconds()
              + " s. See: ./portolan logs "
              + service.folder());
    }
  }

  private static void printReady(Service service, Duration passed) {
    System.out.printf(
        "  %-18s ready on %s after %.1f s%n",
        service.folder(), service.address(), passed.toMillis() / 1000.0);
  }
}
