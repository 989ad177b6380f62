package dev.portolan.cli.platform;

import dev.portolan.cli.Addresses;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What the services see beside the environment of the command that starts them. */
final class ServiceEnvironment {
  private static final String GIT_CACHE = "PORTOLAN_GIT_CACHE";

  private ServiceEnvironment() {}

  /**
   * Where the servers are, and where the services are to each other, whatever ports were set.
   *
   * @param servers what leads to the servers
   * @param data where the platform keeps everything
   * @param given the environment of the command
   */
  static Map<String, String> of(Map<String, String> servers, Path data, Map<String, String> given) {
    Map<String, String> all = new TreeMap<>(servers);
    all.put("PORTOLAN_INGESTION_URL", Addresses.ingestion().toString());
    all.put("PORTOLAN_CATALOG_URL", Addresses.catalog().toString());
    all.put("PORTOLAN_SEARCH_URL", Addresses.search().toString());
    all.put("PORTOLAN_SCORECARD_URL", Addresses.scorecard().toString());
    // Its own default is the system's folder for what may be gone tomorrow.
    String cache = given.getOrDefault(GIT_CACHE, "");
    all.put(GIT_CACHE, cache.isBlank() ? data.resolve("git").toString() : cache);
    return all;
  }
}
