package dev.portolan.system.deployment;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The one Dockerfile of all services. */
final class Dockerfile {
  static final Source SOURCE = new Source("Dockerfile");
  private static final Pattern ENV = Pattern.compile("(?m)^ENV ((?:.*\\\\\\n)*.*)$");
  private static final Pattern ASSIGNMENT = Pattern.compile("(\\w+)=(\"[^\"]*\"|\\S+)");

  private Dockerfile() {}

  /** What the images set. */
  static Map<String, String> variables() {
    Map<String, String> variables = new TreeMap<>();
    ENV.matcher(SOURCE.text())
        .results()
        .flatMap(env -> ASSIGNMENT.matcher(env.group(1)).results())
        .forEach(each -> variables.put(each.group(1), each.group(2).replace("\"", "")));
    return variables;
  }
}
