package dev.portolan.system.platform;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/** A second scorecard-service with nothing, which reads the topics from their beginning. */
public final class ScratchScorecards implements AutoCloseable {
  /** Its database. */
  public static final String DATABASE = "portolan_scratch";

  /** Asked more often it would be slower for it. */
  private static final long POLL_MILLIS = 500;

  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final ServiceProcess service;

  private ScratchScorecards(ServiceProcess service) {
    this.service = service;
  }

  /** Starts it beside the platform's own. */
  public static ScratchScorecards start(Platform platform) throws IOException, SQLException {
    createDatabase(platform.servers());
    return new ScratchScorecards(
        ServiceProcess.start(
            platform,
            Part.SCORECARD_SERVICE,
            "dev.portolan.scorecard.ScorecardService",
            "scratch.log",
            Map.of(
                "PORTOLAN_SCORECARD_DATABASE",
                DATABASE,
                "PORTOLAN_SCORECARD_GROUP",
                "scratch",
                "PORTOLAN_RESULTS_TOPIC",
                "scratch.results.v1")));
  }

  private static void createDatabase(Map<String, String> servers) throws SQLException {
    String url =
        "jdbc:postgresql://%s:%s/postgres"
            .formatted(
                servers.get("PORTOLAN_POSTGRES_HOST"), servers.get("PORTOLAN_POSTGRES_PORT"));
    try (Connection connection =
            DriverManager.getConnection(
                url,
                servers.get("PORTOLAN_POSTGRES_USER"),
                servers.get("PORTOLAN_POSTGRES_PASSWORD"));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + DATABASE);
    }
  }

  /** Returns when it has everything and has evaluated it. */
  public void awaitCaughtUp() throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < end && service.process().isAlive()) {
      try {
        Http.Answer answer = Http.get(service.address().resolve("/api/lag"));
        if (answer.status() == 200 && answer.json().path("records").asLong(-1) == 0) {
          return;
        }
      } catch (RuntimeException e) {
        // It is not up yet.
      }
      Thread.sleep(POLL_MILLIS);
    }
    throw new IllegalStateException("The second scorecard-service did not catch up; see its log");
  }

  @Override
  public void close() {
    service.close();
  }
}
