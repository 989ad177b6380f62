package dev.portolan.system.deployment;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the engines of docker-compose.yml listen, by what the file tells them. */
final class ComposeEngines {
  private static final Pattern LISTENER = Pattern.compile("^(?:PLAINTEXT://)?:?(\\d+)");
  private static final Pattern PORT_OPTION = Pattern.compile("port=(\\d+)");

  private ComposeEngines() {}

  /** Each under the name of its service. */
  static Map<String, Address> addresses() {
    Compose compose = Compose.ofRepository();
    Map<String, Address> addresses = new TreeMap<>();
    add(addresses, "kafka", LISTENER, variable(compose, "kafka", "KAFKA_LISTENERS"));
    add(
        addresses,
        "neo4j",
        LISTENER,
        variable(compose, "neo4j", "NEO4J_server_bolt_listen__address"));
    add(addresses, "elasticsearch", LISTENER, variable(compose, "elasticsearch", "http.port"));
    String options = String.join(" ", compose.service("postgres").at("command").texts());
    add(addresses, "postgres", PORT_OPTION, options);
    return addresses;
  }

  static String variable(Compose compose, String engine, String name) {
    return compose.service(engine).at("environment", name).textOr("");
  }

  private static void add(
      Map<String, Address> addresses, String engine, Pattern pattern, String text) {
    Matcher port = pattern.matcher(text);
    if (!port.find()) {
      throw new AssertionError(engine + " is told no port by '" + text + "'");
    }
    addresses.put(engine, new Address(engine, Integer.parseInt(port.group(1))));
  }
}
