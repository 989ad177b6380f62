package dev.portolan.stack.junit;

import dev.portolan.stack.Server;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Where the servers of this test run come from. */
sealed interface TestServers permits GivenServers, BuildServers, ContainerServers {

  /** Starts what of these does not run yet; answers the settings that a service would be given. */
  Map<String, String> environment(Set<Server> needed);

  /** A folder that all who share these servers see. */
  Path lockFolder();

  static TestServers current() {
    return Chosen.SERVERS;
  }

  /** Chosen once per process. */
  final class Chosen {
    private static final TestServers SERVERS = choose();

    private Chosen() {}

    private static TestServers choose() {
      String given = System.getenv("PORTOLAN_TEST_SERVERS");
      if (given != null && !given.isBlank()) {
        return new GivenServers(Path.of(given.strip()).toAbsolutePath());
      }
      return "containers".equals(System.getProperty("portolan.test.servers"))
          ? new ContainerServers()
          : new BuildServers(Repository.root());
    }
  }
}
