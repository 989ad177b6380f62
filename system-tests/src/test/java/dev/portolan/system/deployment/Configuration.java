package dev.portolan.system.deployment;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a service can be told from outside, and what it does when it is told nothing.
 *
 * @param properties from its application.yml and, below that, the defaults of its own classes; with
 *     their placeholders
 */
record Configuration(String service, Map<String, String> properties) {
  /** The innermost, so that a default may hold another placeholder. */
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^${}:]+)(?::([^${}]*))?}");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)");
  private static final Pattern VARIABLE_WITHOUT_DEFAULT =
      Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");
  private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*");

  /** What Spring and Java read without its being in any file of the repository. */
  private static final Set<String> READ_BY_ALL =
      Set.of(relaxed("management.opentelemetry.tracing.export.otlp.endpoint"), "JAVA_TOOL_OPTIONS");

  /**
   * Sources name a variable of this kind themselves, so no file of the repository knows its name.
   */
  private static final Source GIT =
      new Source(
          "ingestion-service/src/main/java/dev/portolan/ingestion/adapter/git/GitSource.java");

  private static final Source SECRETS =
      new Source(
          "ingestion-service/src/main/java/dev/portolan/ingestion/adapter/network/Secrets.java");

  static Configuration of(String service) {
    Map<String, String> properties = new LinkedHashMap<>();
    if (new Source(service + "/pom.xml").text().contains("<artifactId>outbox</artifactId>")) {
      properties.putAll(DeclaredProperties.of("outbox"));
    }
    properties.putAll(DeclaredProperties.of(service));
    Source yaml = new Source(service + "/src/main/resources/application.yml");
    properties.putAll(Yaml.document(yaml.path()).properties());
    return new Configuration(service, properties);
  }

  /** The variables that change something. */
  Set<String> read() {
    Set<String> names = named(VARIABLE);
    properties.keySet().forEach(property -> names.add(relaxed(property)));
    names.addAll(READ_BY_ALL);
    return names;
  }

  /** Whether a variable is a secret that sources of the service may name. */
  boolean takesAsToken(String variable, String value) {
    return service.equals("ingestion-service")
        && value.isEmpty()
        && (variable.matches(GIT.find("VARIABLE = Pattern\\.compile\\(\"([^\"]+)\"\\)"))
            || variable.matches(SECRETS.find("HTTP\\(\"([^\"]+)\"\\)"))
            || variable.matches(SECRETS.find("DATABASE\\(\"([^\"]+)\"\\)"))
            || variable.matches(SECRETS.find("KUBERNETES\\(\"([^\"]+)\"\\)")));
  }

  /** The variables without which the service does not start. */
  Set<String> needed() {
    return named(VARIABLE_WITHOUT_DEFAULT);
  }

  private Set<String> named(Pattern pattern) {
    return properties.values().stream()
        .flatMap(value -> pattern.matcher(value).results())
        .map(each -> each.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The variable that Spring takes for a property. */
  private static String relaxed(String property) {
    return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /** All properties as the service has them, given these variables. */
  Map<String, String> given(Map<String, String> variables) {
    Map<String, String> resolved = new LinkedHashMap<>();
    properties.keySet().forEach(property -> resolved.put(property, valueOf(property, variables)));
    return resolved;
  }

  private String valueOf(String property, Map<String, String> variables) {
    String value = variables.getOrDefault(relaxed(property), properties.getOrDefault(property, ""));
    Matcher placeholder = PLACEHOLDER.matcher(value);
    while (placeholder.find()) {
      value =
          value.substring(0, placeholder.start())
              + replacement(placeholder, variables)
              + value.substring(placeholder.end());
      placeholder = PLACEHOLDER.matcher(value);
    }
    return value;
  }

  private String replacement(Matcher placeholder, Map<String, String> variables) {
    String name = placeholder.group(1);
    if (variables.containsKey(name)) {
      return variables.get(name);
    }
    if (properties.containsKey(name)) {
      return valueOf(name, variables);
    }
    String otherwise = placeholder.group(2);
    if (otherwise != null) {
      return otherwise;
    }
    return name.equals("java.io.tmpdir") ? "/tmp" : "";
  }

  int port(Map<String, String> variables) {
    return Integer.parseInt(valueOf("server.port", variables));
  }

  /** The paths that the actuator answers. */
  Set<String> actuatorPaths() {
    Set<String> paths = new LinkedHashSet<>();
    SEPARATOR
        .splitAsStream(properties.getOrDefault("management.endpoints.web.exposure.include", ""))
        .forEach(endpoint -> paths.add("/actuator/" + endpoint));
    if (paths.contains("/actuator/health")
        && "true".equals(properties.get("management.endpoint.health.probes.enabled"))) {
      paths.addAll(List.of("/actuator/health/liveness", "/actuator/health/readiness"));
    }
    return paths;
  }
}
