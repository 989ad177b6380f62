package dev.portolan.stack.junit;

import dev.portolan.stack.Server;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Containers, by Testcontainers: once per module's tests, because they end with the process. */
final class ContainerServers implements TestServers {
  private final Set<Server> up = EnumSet.noneOf(Server.class);
  private final Map<String, String> environment = new HashMap<>();

  @Override
  public synchronized Map<String, String> environment(Set<Server> needed) {
    needed.stream().filter(up::add).map(Containers::start).forEach(environment::putAll);
    return environment;
  }

  @Override
  public Path lockFolder() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }
}
