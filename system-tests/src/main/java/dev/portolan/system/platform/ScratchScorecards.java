package dev.portolan.system.platform;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A second scorecard-service with nothing, which reads the topics from their beginning. */
public final class ScratchScorecards implements AutoCloseable {
  /** Its database. */
  public static final String DATABASE = "portolan_scratch";

  /** Asked more often it would be slower for it. */
  private static final long POLL_MILLIS = 500;

  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final Process process;
  private final URI address;

  private ScratchScorecards(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Starts it beside the platform's own. */
  public static ScratchScorecards start(Platform platform) throws IOException, SQLException {
    Map<String, String> servers = platform.servers();
    createDatabase(servers);
    Path target = Repository.root().resolve("scorecard-service/target");
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx1g",
                    "-cp",
                    target.resolve("scorecard-service-0.1.0-SNAPSHOT.jar")
                        + ":"
                        + Files.readString(target.resolve("runtime.classpath")).strip(),
                    "dev.portolan.scorecard.ScorecardService"))
            .redirectErrorStream(true)
            .redirectOutput(platform.data().resolve("scratch.log").toFile());
    builder.environment().putAll(servers);
    builder
        .environment()
        .putAll(
            Map.of(
                "PORTOLAN_SCORECARD_PORT",
                Integer.toString(port),
                "PORTOLAN_SCORECARD_DATABASE",
                DATABASE,
                "PORTOLAN_SCORECARD_GROUP",
                "scratch",
                "PORTOLAN_RESULTS_TOPIC",
                "scratch.results.v1"));
    return new ScratchScorecards(builder.start(), URI.create("http://127.0.0.1:" + port));
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

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Returns when it has everything and has evaluated it. */
  public void awaitCaughtUp() throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        Http.Answer answer = Http.get(address.resolve("/api/lag"));
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
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
