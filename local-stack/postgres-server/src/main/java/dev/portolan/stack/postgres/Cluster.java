package dev.portolan.stack.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A folder of PostgreSQL's data. */
record Cluster(Path data, Commands commands) {
  private static final Duration CHILDREN_GO_WITHIN = Duration.ofSeconds(20);

  /**
   * A server that still runs is stopped. The lock file of one that was killed stays: by it
   * PostgreSQL makes sure that the last of the killed server's children is gone. Only when its
   * number belongs to another program by now, PostgreSQL would refuse to start for ever.
   */
  void stopLeftOver() throws IOException, InterruptedException {
    Path lock = data.resolve("postmaster.pid");
    if (Files.notExists(lock)) {
      return;
    }
    Optional<ProcessHandle> holder = lockHolder();
    if (holder.filter(this::isServerHere).isPresent()) {
      commands.run("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w");
    } else if (holder.isPresent()) {
      Files.delete(lock);
    }
  }

  /** Appears whole or not at all, so that being killed here leaves nothing half-made. */
  void createIfNew() throws IOException, InterruptedException {
    if (Files.exists(data)) {
      return;
    }
    Path partial = UnfinishedWork.begin(data.resolveSibling(""));
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
  void setUp(Accounts accounts, ServerSettings settings) throws IOException, InterruptedException {
    String said = runAlone(accounts.script(), settings);
    Optional<String> error =
        said.lines()
            .filter(line -> line.contains("ERROR:") && !line.contains("already exists"))
            .findFirst();
    if (error.isPresent()) {
      throw new IOException("PostgreSQL did not take its accounts: " + error.get());
    }
  }

  private String runAlone(String script, ServerSettings settings)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("--single", "-D", data.toString()));
    // The server's own settings: with fewer, PostgreSQL refuses a cluster that has slots.
    arguments.addAll(settings.asArguments());
    arguments.addAll(List.of("-c", "log_min_error_statement=panic", "postgres"));
    long deadline = System.nanoTime() + CHILDREN_GO_WITHIN.toNanos();
    while (true) {
      try {
        return commands.runWithInput("postgres", script, arguments.toArray(String[]::new));
      } catch (IOException e) {
        boolean childrenLeft =
            String.valueOf(e.getMessage()).contains("shared memory block")
                || String.valueOf(e.getMessage()).contains("postmaster.pid");
        if (!childrenLeft || System.nanoTime() > deadline) {
          throw e;
        }
        Thread.sleep(Duration.ofMillis(200));
      }
    }
  }

  /** Answers the server's process id, once it accepts connections. */
  long start(ServerSettings settings) throws IOException, InterruptedException {
    // No log of its own: what the server says stands in ours, where people look for it.
    commands.runOnOurOutput(
        "pg_ctl", "start", "-w", "-D", data.toString(), "-o", settings.asOptions());
    return lockHolder()
        .filter(this::isServerHere)
        .orElseThrow(() -> new IOException("PostgreSQL ended as soon as it had started."))
        .pid();
  }

  private Optional<ProcessHandle> lockHolder() throws IOException {
    List<String> lock = Files.readAllLines(data.resolve("postmaster.pid"));
    return ProcessHandle.of(Long.parseLong(lock.getFirst().strip()));
  }

  private boolean isServerHere(ProcessHandle process) {
    String command = process.info().commandLine().orElse("");
    return command.contains("/postgres") && command.contains(data.toString());
  }
}
