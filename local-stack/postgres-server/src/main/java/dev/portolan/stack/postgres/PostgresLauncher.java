package dev.portolan.stack.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Starts PostgreSQL and leaves it running: a Java process that did nothing but watch it would cost
 * 60 MB. Arguments: data folder, address, port; the password of role {@code portolan} comes from
 * the environment. Writes the server's process id into the file {@code ready} of the data folder
 * when clients are served.
 */
public final class PostgresLauncher {
  private static final String PASSWORD = "PORTOLAN_POSTGRES_PASSWORD";

  private PostgresLauncher() {}

  public static void main(String... arguments) {
    try {
      run(Path.of(arguments[0]).toAbsolutePath(), arguments[1], Integer.parseInt(arguments[2]));
    } catch (IOException | InterruptedException | RuntimeException e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void run(Path folder, String address, int port)
      throws IOException, InterruptedException {
    String password = System.getenv(PASSWORD);
    if (password == null || password.isEmpty()) {
      throw new IllegalStateException(
          PASSWORD + " is not set: PostgreSQL is not started without a password.");
    }
    Files.createDirectories(folder);
    UnfinishedWork.clearAway(folder);
    Commands commands = Commands.in(Binaries.extractedBelow(folder));
    Cluster cluster = new Cluster(folder.resolve("data"), commands);
    cluster.stopLeftOver();
    cluster.createIfNew();
    cluster.allowPasswordsOnly();
    ServerSettings settings = ServerSettings.of(address, port);
    cluster.setUp(Accounts.withPassword(password), settings);
    long server = cluster.start(settings);
    Files.writeString(folder.resolve("ready"), Long.toString(server));
  }
}
