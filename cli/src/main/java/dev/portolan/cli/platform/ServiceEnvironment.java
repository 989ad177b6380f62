package dev.portolan.cli.platform;

import dev.portolan.cli.Addresses;
import java.util.Map;
import java.util.TreeMap;

/** What the services see beside the environment of the command that starts them. */
final class ServiceEnvironment {
  private ServiceEnvironment() {}

  /** Where the servers are, and where the services are to each other, whatever ports were set. */
  static Map<String, String> with(Map<String, String> servers) {
    Map<String, String> all = new TreeMap<>(servers);
    all.put("PORTOLAN_INGESTION_URL", Addresses.ingestion().toString());
    all.put("PORTOLAN_CATALOG_URL", Addresses.catalog().toString());
    all.put("PORTOLAN_SEARCH_URL", Addresses.search().toString());
    all.put("PORTOLAN_SCORECARD_URL", Addresses.scorecard().toString());
    return all;
  }
}
