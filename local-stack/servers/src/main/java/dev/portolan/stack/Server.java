package dev.portolan.stack;

import java.util.Locale;

/** A server that Portolan stands on. */
public enum Server {
  KAFKA("Kafka", 19092, 450),
  NEO4J("Neo4j", 17687, 900),
  ELASTICSEARCH("Elasticsearch", 19200, 650),
  POSTGRES("PostgreSQL", 15432, 150);

  private final String title;
  private final int defaultPort;
  private final int megabytes;

  Server(String title, int defaultPort, int megabytes) {
    this.title = title;
    this.defaultPort = defaultPort;
    this.megabytes = megabytes;
  }

  /** As people write it: {@code PostgreSQL}. */
  public String title() {
    return title;
  }

  /** The name of its folder, its log and its launcher's module: {@code postgres}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public int defaultPort() {
    return defaultPort;
  }

  /** The environment variable that sets another port. */
  public String portVariable() {
    return "PORTOLAN_" + name() + "_PORT";
  }

  /** The environment variable that sets another heap, such as {@code 2g}. */
  String heapVariable() {
    return "PORTOLAN_" + name() + "_HEAP";
  }

  /** What it takes of memory at rest after a load, measured, in MB. */
  int megabytes() {
    return megabytes;
  }

  String mainClass() {
    String launcher = name().charAt(0) + id().substring(1) + "Launcher";
    return "dev.portolan.stack." + id() + "." + launcher;
  }
}
