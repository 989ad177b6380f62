package dev.portolan.stack.junit;

import dev.portolan.stack.LocalStack;
import dev.portolan.stack.Server;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Processes that this build has started, or that a module before this one has. */
final class BuildServers implements TestServers {
  private final SharedFolder folder;
  private final Set<Server> up = EnumSet.noneOf(Server.class);
  private final Map<String, String> environment = new HashMap<>();

  BuildServers(Path repository) {
    this.folder = new SharedFolder(repository, repository.resolve("target/test-servers"));
  }

  @Override
  public synchronized Map<String, String> environment(Set<Server> needed) {
    if (!up.containsAll(needed)) {
      folder.alone(() -> bringUp(needed));
      up.addAll(needed);
    }
    return environment;
  }

  @Override
  public Path lockFolder() {
    return folder.data();
  }

  private void bringUp(Set<Server> needed) {
    LocalStack stack = folder.joinedBy(Build.current());
    stack.up(needed, event -> System.err.println("[test servers] " + event.line()));
    environment.putAll(stack.environment());
  }
}
