package dev.portolan.system.platform;

import java.util.Locale;

/** A process of the platform, by the name that the command gives it. */
public enum Part {
  KAFKA("PORTOLAN_KAFKA_PORT", 19092),
  NEO4J("PORTOLAN_NEO4J_PORT", 17687),
  ELASTICSEARCH("PORTOLAN_ELASTICSEARCH_PORT", 19200),
  POSTGRES("PORTOLAN_POSTGRES_PORT", 15432),
  GATEWAY("PORTOLAN_GATEWAY_PORT", 8080),
  INGESTION_SERVICE("PORTOLAN_INGESTION_PORT", 8081),
  CATALOG_SERVICE("PORTOLAN_CATALOG_PORT", 8082),
  SEARCH_SERVICE("PORTOLAN_SEARCH_PORT", 8083),
  SCORECARD_SERVICE("PORTOLAN_SCORECARD_PORT", 8084);

  private final String portVariable;
  private final int defaultPort;

  Part(String portVariable, int defaultPort) {
    this.portVariable = portVariable;
    this.defaultPort = defaultPort;
  }

  /** The environment variable that sets another port. */
  public String portVariable() {
    return portVariable;
  }

  int defaultPort() {
    return defaultPort;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
