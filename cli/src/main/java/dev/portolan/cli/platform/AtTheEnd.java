package dev.portolan.cli.platform;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** What happens when {@code ./portolan up} ends, by itself or by Ctrl-C. */
final class AtTheEnd {
  private enum Then {
    SAY_WHAT_RUNS,
    STOP_EVERYTHING,
    LET_RUN
  }

  private final Home home;
  private final AtomicReference<Then> then = new AtomicReference<>(Then.SAY_WHAT_RUNS);

  private AtTheEnd(Home home) {
    this.home = home;
  }

  /** From now on: who ends the command before all is up is told what it leaves running. */
  static AtTheEnd watch(Home home) {
    AtTheEnd atTheEnd = new AtTheEnd(home);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(atTheEnd::run));
    return atTheEnd;
  }

  /** From now on: who ends the command ends the platform. */
  void stopEverything() {
    then.set(Then.STOP_EVERYTHING);
  }

  /** From now on the platform is its own. */
  void letRun() {
    then.set(Then.LET_RUN);
  }

  private void run() {
    switch (then.get()) {
      case SAY_WHAT_RUNS -> sayWhatRuns();
      case STOP_EVERYTHING -> stop();
      case LET_RUN -> {}
    }
  }

  private void stop() {
    try {
      DownCommand.stop(home);
    } catch (Exception e) {
      System.err.println("portolan: not all was stopped: " + e.getMessage());
    }
  }

  private void sayWhatRuns() {
    List<String> running = running(home).toList();
    if (!running.isEmpty()) {
      System.err.println(
          "portolan: not all is up. These run on: "
              + String.join(", ", running)
              + ". ./portolan up starts the rest, ./portolan down stops them.");
    }
  }

  /** By process alone: whether they answer takes longer than who pressed Ctrl-C will wait. */
  private static Stream<String> running(Home home) {
    return Stream.concat(
        home.stack().status().stream()
            .filter(server -> server.pid().isPresent())
            .map(server -> server.server().id()),
        home.services().stream()
            .filter(service -> service.running().isPresent())
            .map(ServiceProcess::name));
  }
}
