package dev.portolan.stack.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** A folder of PostgreSQL's data. */
record Cluster(Path data, Commands commands) {

  /** A server whose starter was killed, or a lock file whose server was killed. */
  void stopLeftOver() throws IOException, InterruptedException {
    Path lock = data.resolve("postmaster.pid");
    if (Files.notExists(lock)) {
      return;
    }
    if (runningServer().isPresent()) {
      commands.run("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w");
    }
    // PostgreSQL would refuse to start if the number belongs to another process by now.
    Files.deleteIfExists(lock);
  }

  /** Appears whole or not at all, so that being killed here leaves nothing half-made. */
  void createIfNew() throws IOException, InterruptedException {
    if (Files.exists(data)) {
      return;
    }
    Path partial = Files.createTempDirectory(data.getParent(), "creating-");
    commands.run(
        "initdb",
        "-D",
        partial.toString(),
        "-U",
        "postgres",
        "--auth=reject",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8");
    Files.move(partial, data, StandardCopyOption.ATOMIC_MOVE);
  }

  void allowPasswordsOnly() throws IOException {
    Files.write(
        data.resolve("pg_hba.conf"),
        List.of(
            "# Written at every start.",
            "host all         all all scram-sha-256",
            "host replication all all scram-sha-256"));
  }

  /** Without a network and without a password, before anybody else can come in. */
  void setUp(Accounts accounts) throws IOException, InterruptedException {
    String said =
        commands.runWithInput(
            "postgres",
            accounts.script(),
            "--single",
            "-D",
            data.toString(),
            "-c",
            "log_min_error_statement=panic",
            "postgres");
    Optional<String> error =
        said.lines()
            .filter(line -> line.contains("ERROR:") && !line.contains("already exists"))
            .findFirst();
    if (error.isPresent()) {
      throw new IOException("PostgreSQL did not take its accounts: " + error.get());
    }
  }

  /** Answers the server's process id, once it accepts connections. */
  long start(ServerSettings settings) throws IOException, InterruptedException {
    Path log = data.resolveSibling("server.log");
    Files.deleteIfExists(log);
    try {
      commands.run(
          "pg_ctl",
          "start",
          "-w",
          "-D",
          data.toString(),
          "-l",
          log.toString(),
          "-o",
          settings.asOptions());
    } catch (IOException e) {
      throw new IOException(Files.exists(log) ? Files.readString(log) : e.getMessage(), e);
    }
    return runningServer()
        .orElseThrow(() -> new IOException("PostgreSQL ended as soon as it had started."))
        .pid();
  }

  private Optional<ProcessHandle> runningServer() throws IOException {
    List<String> lock = Files.readAllLines(data.resolve("postmaster.pid"));
    return ProcessHandle.of(Long.parseLong(lock.getFirst().strip()))
        .filter(process -> process.info().command().orElse("").endsWith("/postgres"));
  }
}
