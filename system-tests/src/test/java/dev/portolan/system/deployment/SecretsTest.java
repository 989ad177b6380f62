package dev.portolan.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.system.deployment.Manifests.Manifest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecretsTest {
  private static final Pattern SECRET =
      Pattern.compile(".*(password|passwd|token|secret|auth|credential|api_?key)s?");
  private static final Pattern REQUIRED_FROM_OUTSIDE =
      Pattern.compile("(neo4j/)?\\$\\{[A-Z0-9_]+:\\?[^}]+}");

  /** Fields that are named after secrets and hold none. */
  private static final Pattern NO_SECRET =
      Pattern.compile(".*\\.(automountServiceAccountToken|passwordFromSecret)");

  private static boolean isSecret(String name) {
    return !NO_SECRET.matcher(name).matches()
        && SECRET.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  @Test
  void composeHasNoPasswordAndStartsWithNone() {
    Map<String, Yaml> services = Compose.ofRepository().services();
    assertThat(
            services.values().stream()
                .flatMap(service -> service.at("environment").fields().entrySet().stream())
                .filter(variable -> isSecret(variable.getKey()))
                .filter(variable -> variable.getValue().exists()))
        .hasSizeGreaterThanOrEqualTo(7)
        .allSatisfy(
            variable ->
                assertThat(variable.getValue().text())
                    .as(variable.getKey())
                    .matches(REQUIRED_FROM_OUTSIDE));
  }

  @Test
  void theExampleLeavesEveryPasswordToTheReader() {
    assertThat(new Source("docker/.env.example").text().lines())
        .filteredOn(line -> !line.startsWith("#") && !line.isBlank())
        .isNotEmpty()
        .allMatch(line -> line.endsWith("="));
    assertThat(new Source(".dockerignore").text().lines()).contains(".env");
    assertThat(new Source(".gitignore").text().lines()).contains(".env");
  }

  @Test
  void inKubernetesEveryPasswordOfAServiceComesFromASecret() {
    assertThat(
            deployed()
                .flatMap(container -> container.at("env").items().stream())
                .filter(variable -> isSecret(variable.at("name").text())))
        .hasSizeGreaterThanOrEqualTo(4)
        .allSatisfy(
            variable -> {
              assertThat(variable.at("value").exists()).isFalse();
              assertThat(variable.at("valueFrom", "secretKeyRef", "key").exists()).isTrue();
            });
  }

  @Test
  void whereSecretsAreReadWholeTheyMayBeMissing() {
    assertThat(deployed().flatMap(container -> container.at("envFrom").items().stream()))
        .allMatch(each -> each.at("secretRef", "optional").is(true))
        .extracting(each -> each.at("secretRef", "name").text())
        .containsExactlyInAnyOrder(
            "git-tokens",
            "http-secrets",
            "database-secrets",
            "kubernetes-secrets",
            "webhook-secrets");
  }

  /** Our own are made by the operators, and Neo4j's is described beside its values. */
  @Test
  void everySecretThatIsReadIsOneThatSomebodyMakes() {
    Set<String> read = new TreeSet<>();
    deployed()
        .flatMap(container -> container.at("env").items().stream())
        .map(variable -> variable.at("valueFrom", "secretKeyRef"))
        .filter(Yaml::exists)
        .forEach(each -> read.add(each.at("name").text() + "/" + each.at("key").text()));
    assertThat(read)
        .containsExactlyInAnyOrder(
            "postgres-app/username",
            "postgres-app/password",
            "elasticsearch-es-elastic-user/elastic",
            "neo4j-password/password");
    assertThat(new Source("k8s/engines/neo4j-values.yaml").text()).contains("neo4j-password");
  }

  @Test
  void noFileForKubernetesHoldsASecret() {
    Manifests manifests = Manifests.ofRepository();
    assertThat(manifests.of("Secret")).isEmpty();
    assertThat(
            manifests.all().stream()
                .flatMap(each -> each.yaml().properties().keySet().stream())
                .filter(SecretsTest::isSecret))
        .isEmpty();
  }

  @Test
  void noImageHoldsASecret() {
    assertThat(Dockerfile.variables().keySet()).noneMatch(SecretsTest::isSecret);
  }

  private static Stream<Yaml> deployed() {
    return Manifests.ofRepository()
        .of("Deployment")
        .map(Manifest::yaml)
        .flatMap(each -> each.at("spec", "template", "spec", "containers").items().stream());
  }
}
