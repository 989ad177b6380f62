package dev.portolan.stack.neo4j;

import static org.neo4j.configuration.GraphDatabaseSettings.SYSTEM_DATABASE_NAME;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.graphdb.QueryExecutionException;

/**
 * Starts Neo4j and stays. Arguments: data folder, address, Bolt port; the password of user {@code
 * neo4j} comes from the environment. Writes its process id into the file {@code ready} of the data
 * folder when clients are served.
 */
public final class Neo4jLauncher {
  private static final String PASSWORD = "PORTOLAN_NEO4J_PASSWORD";

  private Neo4jLauncher() {}

  public static void main(String... arguments) {
    try {
      run(Path.of(arguments[0]).toAbsolutePath(), arguments[1], Integer.parseInt(arguments[2]));
    } catch (Throwable e) {
      e.printStackTrace();
      // The server's own threads would keep a broken process alive.
      Runtime.getRuntime().halt(1);
    }
  }

  private static void run(Path folder, String address, int port)
      throws IOException, InterruptedException {
    String password = System.getenv(PASSWORD);
    if (password == null || password.isEmpty()) {
      throw new IllegalStateException(
          PASSWORD + " is not set: Neo4j is not started without a password.");
    }
    Files.createDirectories(folder);
    DatabaseManagementService server = ServerSettings.in(folder, address, port).build();
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
    setPassword(server, password);
    Files.writeString(folder.resolve("ready"), Long.toString(ProcessHandle.current().pid()));
    Thread.currentThread().join();
  }

  /** From inside, so that it succeeds whatever the password was before. */
  private static void setPassword(DatabaseManagementService server, String password) {
    try {
      server
          .database(SYSTEM_DATABASE_NAME)
          .executeTransactionally(
              "ALTER USER neo4j SET PLAINTEXT PASSWORD $password CHANGE NOT REQUIRED",
              Map.of("password", password));
    } catch (QueryExecutionException e) {
      // Neo4j refuses to set the password that is set already: the state that is wanted.
      if (!String.valueOf(e.getMessage()).contains("cannot be the same")) {
        throw e;
      }
    }
  }
}
