package dev.portolan.ingestion.descriptor.kubernetes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Words in the environment of containers that have the place and the form of a host's name.
 *
 * <p>Any of them may be a part of a secret all the same.
 */
final class Hosts {
  private static final int LONGEST_VALUE = 4_096;
  private static final Pattern OTHER_VARIABLE = Pattern.compile("\\$\\(([A-Za-z0-9_.-]+)\\)");

  /** What is one address or several, such as {@code kafka-0:9092,kafka-1:9092}. */
  private static final Pattern BETWEEN = Pattern.compile("[,;\\s]+");

  /** An address with what tells it from a plain word: a scheme, a port, a key, a suffix. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<sign>[a-z][a-z0-9+.:-]*://(?:[^/@]*@)?|(?i:host|server|addr|address)=)?"
              + "(?<host>[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)(?<port>:[0-9]{1,5})?(?:[/?].*)?");

  /** Variables whose value is an address though nothing in it says so. */
  private static final Pattern OF_ADDRESS =
      Pattern.compile(".*(HOST|ADDR|ENDPOINT|SERVER|URL|URI|BROKER).*");

  private Hosts() {}

  /** Of all containers of a pod. */
  static Set<String> of(JsonNode pod) {
    Set<String> hosts = new HashSet<>();
    for (String containers : new String[] {"initContainers", "containers"}) {
      for (JsonNode container : pod.path(containers)) {
        Map<String, String> before = new HashMap<>();
        for (JsonNode variable : container.path("env")) {
          String name = variable.path("name").asString("");
          String value = filledIn(variable.path("value").asString(""), before);
          before.put(name, value);
          add(hosts, name, value);
        }
      }
    }
    return Set.copyOf(hosts);
  }

  /** As Kubernetes does it: with the variables that stand before. */
  private static String filledIn(String value, Map<String, String> before) {
    if (value.length() > LONGEST_VALUE) {
      return "";
    }
    String filled =
        OTHER_VARIABLE
            .matcher(value)
            .replaceAll(
                match ->
                    Matcher.quoteReplacement(before.getOrDefault(match.group(1), match.group())));
    return filled.length() > LONGEST_VALUE ? "" : filled;
  }

  private static void add(Set<String> hosts, String variable, String value) {
    boolean named = OF_ADDRESS.matcher(variable.toUpperCase(Locale.ROOT)).matches();
    for (String part : BETWEEN.split(value, -1)) {
      Matcher address = ADDRESS.matcher(part);
      if (address.matches()) {
        String host = address.group("host");
        boolean told = address.group("sign") != null || address.group("port") != null;
        if (named || told || host.contains(".svc")) {
          hosts.add(host);
        }
      }
    }
  }
}
