package dev.portolan.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VariablesTest {
  private static final Source EXAMPLE = new Source("docker/.env.example");
  private static final Pattern EXAMPLES = Pattern.compile("(?m)^(?:# )?([A-Z][A-Z0-9_]+)=");
  private static final Pattern INTERPOLATION = Pattern.compile("(?<!\\$)\\$\\{([A-Z0-9_]+)");

  static List<ServiceContainer> containers() {
    return ServiceContainer.all();
  }

  @Test
  void bothPlacesRunTheSameServices() {
    assertThat(names(Manifests.ofRepository().ours()))
        .isEqualTo(names(Compose.ofRepository().ours()))
        .hasSize(5);
  }

  @ParameterizedTest
  @MethodSource("containers")
  void everyVariableThatIsSetIsOneThatTheServiceReads(ServiceContainer container) {
    Configuration configuration = container.configuration();
    Map<String, String> unread = new TreeMap<>(container.set());
    unread.keySet().removeAll(configuration.read());
    unread.entrySet().removeIf(each -> configuration.takesAsToken(each.getKey(), each.getValue()));
    assertThat(unread).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("containers")
  void everyVariableThatTheServiceNeedsIsSet(ServiceContainer container) {
    assertThat(container.set().keySet()).containsAll(container.configuration().needed());
  }

  @ParameterizedTest
  @MethodSource("containers")
  void everyVariableOfTheImageIsReadByTheServiceOrByTheImage(ServiceContainer container) {
    Set<String> read = new TreeSet<>(container.configuration().read());
    if (Dockerfile.SOURCE.find("^(ENTRYPOINT .*)$").contains("$MAIN")) {
      read.add("MAIN");
    }
    assertThat(read).containsAll(Dockerfile.variables().keySet());
  }

  @ParameterizedTest
  @MethodSource("containers")
  void inAContainerEveryServiceListensOnAllAddressesAndWritesItsLogAsJson(
      ServiceContainer container) {
    assertThat(container.properties())
        .containsEntry("server.address", "0.0.0.0")
        .containsEntry("logging.structured.format.console", "ecs");
  }

  @Test
  void everyVariableThatComposeTakesFromOutsideIsExplainedInTheExample() {
    Set<String> taken = new TreeSet<>();
    INTERPOLATION
        .matcher(Compose.SOURCE.text())
        .results()
        .forEach(each -> taken.add(each.group(1)));
    Compose.ofRepository().services().values().stream()
        .flatMap(service -> service.at("environment").fields().entrySet().stream())
        .filter(variable -> !variable.getValue().exists())
        .forEach(variable -> taken.add(variable.getKey()));
    Set<String> explained = new TreeSet<>();
    EXAMPLES.matcher(EXAMPLE.text()).results().forEach(each -> explained.add(each.group(1)));
    assertThat(explained).isEqualTo(taken);
  }

  @Test
  void aValueFromAConfigMapMayBeMissingOrTheConfigMapIsThere() {
    Manifests manifests = Manifests.ofRepository();
    assertThat(
            manifests
                .of("Deployment")
                .flatMap(
                    each ->
                        each.yaml().at("spec", "template", "spec", "containers").items().stream())
                .flatMap(container -> container.at("env").items().stream())
                .map(variable -> variable.at("valueFrom", "configMapKeyRef"))
                .filter(Yaml::exists)
                .filter(reference -> !reference.at("optional").is(true))
                .map(reference -> reference.at("name").text())
                .filter(name -> !manifests.one("ConfigMap", name).exists()))
        .isEmpty();
  }

  private static Set<String> names(Stream<ServiceContainer> containers) {
    Set<String> names = new TreeSet<>();
    containers.forEach(each -> names.add(each.service()));
    return names;
  }
}
