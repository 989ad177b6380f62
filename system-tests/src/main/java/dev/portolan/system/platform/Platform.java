package dev.portolan.system.platform;

import dev.portolan.stack.FreePorts;
import dev.portolan.stack.LocalStack;
import dev.portolan.stack.StackSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole platform on this machine, driven by its command as a person drives it.
 *
 * @param data where it keeps everything
 * @param environment what its commands see beside the environment of this process: its ports
 */
public record Platform(Path data, Map<String, String> environment) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int PATIENCE_SECONDS = 300;

  public Platform {
    data = data.toAbsolutePath();
    environment = Map.copyOf(environment);
  }

  /** The one that {@code ./portolan up} starts, on the ports that the environment says. */
  public static Platform ofThisMachine() {
    return new Platform(Repository.root().resolve(".portolan"), Map.of());
  }

  /** One that disturbs no other on this machine. */
  public static Platform onFreePorts(Path data) {
    Map<String, String> ports = new HashMap<>();
    try {
      for (Part part : Part.values()) {
        int port = FreePorts.next(InetAddress.getLoopbackAddress());
        ports.put(part.portVariable(), Integer.toString(port));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Platform(data, ports);
  }

  /** The same with one more variable in the environment of its commands. */
  public Platform with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new Platform(data, more);
  }

  /** Starts what does not run, and returns when all of it is healthy. */
  public void up() {
    portolan("up", "--detach", "--data", data.toString()).orFail();
  }

  /** Stops all of it. */
  public void down() {
    portolan("down", "--data", data.toString()).orFail();
  }

  /**
   * Returns when all readers show what was committed before.
   *
   * @throws IllegalStateException when that takes longer than anything takes that ends at all
   */
  public void await() {
    portolan("wait", "--timeout", Integer.toString(PATIENCE_SECONDS)).orFail();
  }

  /** Sends descriptors. */
  public Said load(Path descriptors, String source, String... options) {
    List<String> arguments = new ArrayList<>(List.of(descriptors.toString(), "--source", source));
    arguments.addAll(List.of(options));
    return portolan("load", arguments.toArray(String[]::new));
  }

  /** The process that a part is, right now. */
  public ProcessHandle process(Part part) {
    for (JsonNode each : JSON.readTree(status())) {
      if (each.path("name").asString().equals(part.toString())) {
        return ProcessHandle.of(each.path("pid").asLong()).orElseThrow();
      }
    }
    throw new IllegalStateException(part + " is not in the status of " + data);
  }

  /** Ends a part as a crash does: it is told nothing and says nothing. */
  public void killMinusNine(Part part) {
    process(part).destroyForcibly();
  }

  /** What {@code ./portolan status --json} says, also when something is down. */
  public String status() {
    return portolan("status", "--json", "--data", data.toString()).text();
  }

  /** The address of a service or of Elasticsearch. */
  public URI http(Part part) {
    return URI.create("http://127.0.0.1:" + port(part));
  }

  /** Where a source pushes what it has to say. */
  public URI entitiesOf(String source) {
    return http(Part.INGESTION_SERVICE).resolve("/api/sources/" + source + "/entities");
  }

  /** Where Kafka is, as its clients want to hear it. */
  public String kafka() {
    return Objects.requireNonNull(servers().get("PORTOLAN_KAFKA"), "PORTOLAN_KAFKA");
  }

  /** What a service is given to reach the servers, passwords included. */
  public Map<String, String> servers() {
    Map<String, String> all = new HashMap<>(System.getenv());
    all.putAll(environment);
    return new LocalStack(StackSettings.from(all, Repository.root(), data)).environment();
  }

  /** Asks by GraphQL. */
  public GraphQl graphQl() {
    return new GraphQl(http(Part.GATEWAY));
  }

  private String port(Part part) {
    String machine =
        System.getenv().getOrDefault(part.portVariable(), Integer.toString(part.defaultPort()));
    return environment.getOrDefault(part.portVariable(), machine);
  }

  /**
   * Runs the command to its end.
   *
   * <p>Its class and not its script: the script builds what is out of date, and in the midst of a
   * build nothing may build a second time.
   */
  public Said portolan(String command, String... arguments) {
    Path target = Repository.root().resolve("cli/target");
    Path output = target.resolve("said-" + Thread.currentThread().threadId() + ".txt");
    try {
      List<String> line = new ArrayList<>();
      line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      line.add("-XX:TieredStopAtLevel=1");
      line.add("-XX:+UseSerialGC");
      line.add("-Dportolan.root=" + Repository.root());
      line.add("-cp");
      line.add(
          target.resolve("cli-0.1.0-SNAPSHOT.jar")
              + ":"
              + Files.readString(target.resolve("runtime.classpath")).strip());
      line.add("dev.portolan.cli.Portolan");
      line.add(command);
      line.addAll(List.of(arguments));
      ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
      builder.environment().putAll(environment);
      // A file and not a pipe: what the command leaves running would hold a pipe open.
      Process process = builder.redirectOutput(output.toFile()).start();
      int exitCode = process.waitFor();
      return new Said(exitCode, Files.readString(output, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("./portolan " + command + " cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted during ./portolan " + command, e);
    }
  }
}
