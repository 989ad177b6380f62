package dev.portolan.system.platform;

import dev.portolan.stack.Compilers;
import dev.portolan.stack.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One more process of a service, beside those of the platform and on the same servers.
 *
 * @param address where it answers
 */
public record ServiceProcess(Process process, URI address) implements AutoCloseable {

  /**
   * Starts one, and does not wait for it.
   *
   * @param part whose service it is
   * @param main its main class
   * @param log a file in the platform's folder
   * @param settings what it is told beside the servers and its port
   */
  public static ServiceProcess start(
      Platform platform, Part part, String main, String log, Map<String, String> settings)
      throws IOException {
    Path target = Repository.root().resolve(part + "/target");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx1g",
                    Compilers.THOROUGH.option(System.getenv()),
                    "-cp",
                    target.resolve(part + "-0.1.0-SNAPSHOT.jar")
                        + ":"
                        + Files.readString(target.resolve("runtime.classpath")).strip(),
                    main))
            .redirectErrorStream(true)
            .redirectOutput(platform.data().resolve(log).toFile());
    int port = FreePorts.next(InetAddress.getLoopbackAddress());
    Map<String, String> environment = new HashMap<>(platform.servers());
    environment.putAll(settings);
    environment.put(part.portVariable(), Integer.toString(port));
    builder.environment().putAll(environment);
    return new ServiceProcess(builder.start(), URI.create("http://127.0.0.1:" + port));
  }

  /** Whether it answers that it is healthy. */
  public boolean isHealthy() {
    try {
      return Http.get(address.resolve("/actuator/health")).status() == 200;
    } catch (RuntimeException e) {
      return false;
    }
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
