package dev.portolan.stack;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;

/**
 * The servers' passwords: the environment's, else those that this stack invented when it was new.
 */
record Passwords(String neo4j, String postgres) {
  static final String NEO4J = "PORTOLAN_NEO4J_PASSWORD";
  static final String POSTGRES = "PORTOLAN_POSTGRES_PASSWORD";

  static Passwords of(StackSettings settings) throws IOException {
    Properties kept = kept(settings.data().resolve("passwords.properties"));
    Map<String, String> environment = settings.environment();
    return new Passwords(choose(NEO4J, environment, kept), choose(POSTGRES, environment, kept));
  }

  Map<String, String> asEnvironment() {
    return Map.of(NEO4J, neo4j, POSTGRES, postgres);
  }

  @Override
  public String toString() {
    return "Passwords[hidden]";
  }

  private static String choose(String name, Map<String, String> environment, Properties kept) {
    String given = environment.get(name);
    return given == null || given.isEmpty() ? kept.getProperty(name) : given;
  }

  private static Properties kept(Path file) throws IOException {
    Properties kept = new Properties();
    if (Files.notExists(file)) {
      kept.put(NEO4J, invent());
      kept.put(POSTGRES, invent());
      PrivateFile.write(file, writer -> kept.store(writer, "Invented when this stack was new."));
    } else {
      try (Reader reader = Files.newBufferedReader(file)) {
        kept.load(reader);
      }
    }
    return kept;
  }

  private static String invent() {
    byte[] random = new byte[18];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
