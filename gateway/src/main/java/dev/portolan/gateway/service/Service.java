package dev.portolan.gateway.service;

/** A service that the gateway asks. */
public enum Service {
  INGESTION("ingestion-service"),
  CATALOG("catalog-service"),
  SEARCH("search-service"),
  SCORECARD("scorecard-service");

  private final String label;

  Service(String label) {
    this.label = label;
  }

  /** Its name as people know it, such as {@code search-service}. */
  public String label() {
    return label;
  }
}
