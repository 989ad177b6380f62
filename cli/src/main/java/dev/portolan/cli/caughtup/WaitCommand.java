package dev.portolan.cli.caughtup;

import dev.portolan.cli.Addresses;
import dev.portolan.cli.CommandFailed;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./portolan wait}: returns when all readers show what was committed before the call. */
@Command(
    name = "wait",
    description = "Returns when all readers have caught up with what was loaded.")
public final class WaitCommand implements Callable<Integer> {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);
  private static final int DEFAULT_TIMEOUT = 900;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "" + DEFAULT_TIMEOUT,
      description = "Give up after so long (${DEFAULT-VALUE}).")
  int timeoutSeconds = DEFAULT_TIMEOUT;

  @Override
  public Integer call() throws InterruptedException {
    Instant end = Instant.now().plusSeconds(timeoutSeconds);
    try (Backlogs backlogs = new Backlogs()) {
      // The outbox before its readers: what has left it is counted by them.
      await(backlogs, List.of(Addresses.ingestion()), end);
      await(backlogs, List.of(Addresses.catalog(), Addresses.search(), Addresses.scorecard()), end);
    }
    System.out.println("All readers have caught up.");
    return 0;
  }

  private void await(Backlogs backlogs, List<URI> services, Instant end)
      throws InterruptedException {
    Instant nextLine = Instant.now().plus(BETWEEN_LINES);
    List<Backlog> said = List.of();
    while (true) {
      List<Backlog> behind =
          services.stream().map(backlogs::of).filter(backlog -> backlog.records() > 0).toList();
      if (behind.isEmpty()) {
        return;
      }
      if (Instant.now().isAfter(end)) {
        throw new CommandFailed(
            "Not caught up after " + timeoutSeconds + " s: " + behind + ". See: ./portolan status");
      }
      if (Instant.now().isAfter(nextLine) && !behind.equals(said)) {
        nextLine = Instant.now().plus(BETWEEN_LINES);
        behind.forEach(System.err::println);
        said = behind;
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
  }
}
