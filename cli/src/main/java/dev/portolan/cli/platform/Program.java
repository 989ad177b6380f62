package dev.portolan.cli.platform;

import dev.portolan.cli.CommandFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a service is made of: its jar and its libraries.
 *
 * @param root the repository, whose build made it
 */
record Program(Service service, Path root) {
  private static final String VERSION = "0.1.0-SNAPSHOT";

  String classPath() {
    Path target = root.resolve(service.folder()).resolve("target");
    Path libraries = target.resolve("runtime.classpath");
    Path jar = target.resolve(service.folder() + "-" + VERSION + ".jar");
    if (!Files.exists(jar) || !Files.exists(libraries)) {
      throw new CommandFailed(
          service.folder() + " is not built in " + target + ". Run: ./mvnw -DskipTests package");
    }
    try {
      return jar + ":" + Files.readString(libraries).strip();
    } catch (IOException e) {
      throw new CommandFailed(libraries + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Tells apart what was built and what it is told. By content and not by time: a build of one
   * module touches the jars of all.
   *
   * @param environment what it is given; of passwords no trace is kept
   */
  String fingerprint(Map<String, String> environment) {
    String classPath = classPath();
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(classPath.getBytes(StandardCharsets.UTF_8));
      for (String jar : classPath.split(":", -1)) {
        // Libraries are named by their version; what this repository builds is not.
        if (Path.of(jar).startsWith(root) && Files.isRegularFile(Path.of(jar))) {
          digest.update(Files.readAllBytes(Path.of(jar)));
        }
      }
      Map<String, String> told = new TreeMap<>(environment);
      told.keySet().removeIf(name -> name.endsWith("_PASSWORD"));
      digest.update(told.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new CommandFailed("A part of " + service.folder() + " cannot be read: " + e, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
