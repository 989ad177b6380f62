package dev.portolan.cli.platform;

import dev.portolan.cli.Addresses;
import java.net.URI;
import java.util.Map;

/** The services of the platform, as processes. */
enum Service {
  INGESTION("ingestion-service", "dev.portolan.ingestion.IngestionService", 448, 500),
  CATALOG("catalog-service", "dev.portolan.catalog.CatalogService", 384, 400),
  SEARCH("search-service", "dev.portolan.search.SearchService", 320, 350),
  SCORECARD("scorecard-service", "dev.portolan.scorecard.ScorecardService", 448, 500),
  GATEWAY("gateway", "dev.portolan.gateway.Gateway", 256, 300);

  private final String folder;
  private final String mainClass;
  private final int heapMegabytes;
  private final int megabytes;

  Service(String folder, String mainClass, int heapMegabytes, int megabytes) {
    this.folder = folder;
    this.mainClass = mainClass;
    this.heapMegabytes = heapMegabytes;
    this.megabytes = megabytes;
  }

  /** Its module, and its name to people. */
  String folder() {
    return folder;
  }

  String mainClass() {
    return mainClass;
  }

  /** As the JVM takes it: {@code 384m}, or what the environment says. */
  String heap(Map<String, String> environment) {
    String given = environment.getOrDefault("PORTOLAN_" + name() + "_HEAP", "");
    return given.isBlank() ? heapMegabytes + "m" : given.strip();
  }

  /** About what it takes of memory, in MB: its heap and a little for the rest of the JVM. */
  int megabytes() {
    return megabytes;
  }

  /** The environment variable that sets another port. */
  String portVariable() {
    return "PORTOLAN_" + name() + "_PORT";
  }

  /** Where it listens. */
  URI address() {
    return switch (this) {
      case INGESTION -> Addresses.ingestion();
      case CATALOG -> Addresses.catalog();
      case SEARCH -> Addresses.search();
      case SCORECARD -> Addresses.scorecard();
      case GATEWAY -> Addresses.gateway();
    };
  }
}
