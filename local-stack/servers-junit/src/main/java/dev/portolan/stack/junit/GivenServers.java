package dev.portolan.stack.junit;

import dev.portolan.stack.Server;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** A stack that runs already, described by a file of {@code PORTOLAN_…} settings. */
record GivenServers(Path file) implements TestServers {

  @Override
  public Map<String, String> environment(Set<Server> needed) {
    Properties settings = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      settings.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("PORTOLAN_TEST_SERVERS names " + file, e);
    }
    Map<String, String> environment = new HashMap<>();
    for (String name : settings.stringPropertyNames()) {
      environment.put(name, settings.getProperty(name, ""));
    }
    return environment;
  }

  @Override
  public Path lockFolder() {
    return file.resolveSibling("");
  }
}
