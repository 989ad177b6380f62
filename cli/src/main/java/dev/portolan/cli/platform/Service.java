package dev.portolan.cli.platform;

import dev.portolan.cli.Addresses;
import java.net.URI;

/** The services of the platform, as processes. */
enum Service {
  INGESTION("ingestion-service", "dev.portolan.ingestion.IngestionService", 448),
  CATALOG("catalog-service", "dev.portolan.catalog.CatalogService", 384),
  SEARCH("search-service", "dev.portolan.search.SearchService", 320),
  SCORECARD("scorecard-service", "dev.portolan.scorecard.ScorecardService", 320),
  GATEWAY("gateway", "dev.portolan.gateway.Gateway", 256);

  private final String folder;
  private final String mainClass;
  private final int heapMegabytes;

  Service(String folder, String mainClass, int heapMegabytes) {
    this.folder = folder;
    this.mainClass = mainClass;
    this.heapMegabytes = heapMegabytes;
  }

  /** Its module, and its name to people. */
  String folder() {
    return folder;
  }

  String mainClass() {
    return mainClass;
  }

  int heapMegabytes() {
    return heapMegabytes;
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
