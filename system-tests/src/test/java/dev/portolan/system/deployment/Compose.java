package dev.portolan.system.deployment;

import dev.portolan.system.deployment.ServiceContainer.Question;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * docker-compose.yml.
 *
 * @param services each by its name, which is its host name too
 */
record Compose(Map<String, Yaml> services) {
  static final Source SOURCE = new Source("docker-compose.yml");
  private static final Pattern HTTP = Pattern.compile("http://[^'\" ]+");
  private static final Pattern COLON = Pattern.compile(":");

  static Compose ofRepository() {
    return new Compose(Yaml.document(SOURCE.path()).at("services").fields());
  }

  Yaml service(String name) {
    return services.getOrDefault(name, new Yaml(null));
  }

  /** The services that are built here; the others are engines. */
  Stream<ServiceContainer> ours() {
    return services.keySet().stream()
        .filter(name -> service(name).at("build").exists())
        .map(this::container);
  }

  private ServiceContainer container(String name) {
    Yaml service = service(name);
    return new ServiceContainer(
        SOURCE.name(),
        name,
        variables(service),
        questions(service),
        writable(service),
        Size.mebibytes(service.at("mem_limit").textOr("0m")),
        Size.seconds(service.at("stop_grace_period").textOr("10s")));
  }

  private static Map<String, String> variables(Yaml service) {
    Map<String, String> variables = new LinkedHashMap<>();
    service
        .at("environment")
        .fields()
        .forEach(
            (name, value) -> {
              String text = value.textOr("");
              variables.put(name, text.contains("${") ? "" : text);
            });
    return variables;
  }

  /** What the health check of a service asks by HTTP. */
  static List<Question> questions(Yaml service) {
    return service.at("healthcheck", "test").texts().stream()
        .flatMap(argument -> HTTP.matcher(argument).results())
        .map(MatchResult::group)
        .map(URI::create)
        .map(url -> new Question("healthcheck", url.getPort(), url.getPath()))
        .toList();
  }

  /** Of a service with a root that can only be read. */
  private static List<String> writable(Yaml service) {
    return Stream.concat(
            service.at("tmpfs").texts().stream().map(each -> part(each, 0)),
            service.at("volumes").texts().stream()
                .filter(each -> !each.endsWith(":ro"))
                .map(each -> part(each, 1)))
        .toList();
  }

  /** The ports of the service that the machine passes on. */
  List<Integer> published(String name) {
    return service(name).at("ports").texts().stream()
        .map(each -> Integer.valueOf(each.substring(each.lastIndexOf(':') + 1)))
        .toList();
  }

  private static String part(String mount, int number) {
    return COLON.splitAsStream(mount).toList().get(number);
  }
}
