package dev.portolan.cli;

import java.net.URI;

/** Where the services listen, by the same environment variables that the services read. */
public final class Addresses {
  private static final String HOST = environment("PORTOLAN_BIND_ADDRESS", "127.0.0.1");

  private Addresses() {}

  /** What the services listen on, which may be every address of this machine. */
  public static String bindAddress() {
    return HOST;
  }

  /** The gateway: GraphQL, GraphiQL and the portal. */
  public static URI gateway() {
    return at("PORTOLAN_GATEWAY_PORT", 8080);
  }

  /** The write side. */
  public static URI ingestion() {
    return at("PORTOLAN_INGESTION_PORT", 8081);
  }

  /** The graph. */
  public static URI catalog() {
    return at("PORTOLAN_CATALOG_PORT", 8082);
  }

  /** The index. */
  public static URI search() {
    return at("PORTOLAN_SEARCH_PORT", 8083);
  }

  /** The standards. */
  public static URI scorecard() {
    return at("PORTOLAN_SCORECARD_PORT", 8084);
  }

  private static URI at(String variable, int defaultPort) {
    String host = HOST.equals("0.0.0.0") ? "127.0.0.1" : HOST;
    return URI.create("http://" + host + ":" + environment(variable, "" + defaultPort));
  }

  private static String environment(String variable, String otherwise) {
    String value = System.getenv(variable);
    return value == null || value.isBlank() ? otherwise : value;
  }
}
