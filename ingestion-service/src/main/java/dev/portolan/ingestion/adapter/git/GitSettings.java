package dev.portolan.ingestion.adapter.git;

import dev.portolan.ingestion.adapter.network.AllowedHosts;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What all git sources have in common.
 *
 * @param cache the folder that keeps the repositories between readings; all of it can be made anew
 * @param silence how long a server may say nothing
 * @param deadline how long a fetch may take altogether
 * @param hosts that may be reached
 */
public record GitSettings(Path cache, Duration silence, Duration deadline, AllowedHosts hosts) {
  /** How whoever runs the service names the hosts. */
  public static final AllowedHosts.Settings NAMES =
      new AllowedHosts.Settings(
          "PORTOLAN_GIT_INSIDE_HOSTS", "PORTOLAN_GIT_TOKENS", "PORTOLAN_GIT_TOKEN");
}
