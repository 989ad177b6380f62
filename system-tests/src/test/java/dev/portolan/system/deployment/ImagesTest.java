package dev.portolan.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImagesTest {
  private static final Pattern SPACE = Pattern.compile(" ");

  static List<ServiceContainer> built() {
    return Compose.ofRepository().ours().toList();
  }

  @ParameterizedTest
  @MethodSource("built")
  void everyImageStartsAClassThatExists(ServiceContainer container) {
    Yaml arguments = Compose.ofRepository().service(container.service()).at("build", "args");
    assertThat(arguments.at("SERVICE").text()).isEqualTo(container.service());
    String main = arguments.at("MAIN").text();
    Source source =
        new Source(
            "%s/src/main/java/%s.java".formatted(container.service(), main.replace('.', '/')));
    assertThat(Files.exists(source.path())).as(source.name()).isTrue();
    assertThat(source.text()).contains("public static void main(");
  }

  @ParameterizedTest
  @MethodSource("built")
  void composeBuildsTheImagesThatKubernetesRuns(ServiceContainer container) {
    String image = Compose.ofRepository().service(container.service()).at("image").text();
    assertThat(image).isEqualTo("portolan/" + container.service());
    assertThat(
            Manifests.ofRepository()
                .one("Deployment", container.service())
                .at("spec", "template", "spec", "containers")
                .items())
        .extracting(each -> each.at("image").text())
        .containsExactly(image);
  }

  @Test
  void everyServiceIsBuiltAndOnlyItsOwnClassPathIsInItsImage() {
    assertThat(SPACE.splitAsStream(Dockerfile.SOURCE.find("services=\"([^\"]+)\"")))
        .containsExactlyElementsOf(built().stream().map(ServiceContainer::service).toList());
    assertThat(Dockerfile.SOURCE.text())
        .contains("/target/runtime.classpath")
        .doesNotContain("copy-dependencies");
  }

  @Test
  void theImageHoldsWhatTheHealthChecksCall() {
    assertThat(built())
        .allSatisfy(
            each ->
                assertThat(
                        Compose.ofRepository()
                            .service(each.service())
                            .at("healthcheck", "test")
                            .texts())
                    .startsWith("CMD", "curl"));
    assertThat(Dockerfile.SOURCE.find("(apt-get install .*)$")).contains(" curl");
  }

  @Test
  void theFolderOfAVolumeBelongsToTheUserOfTheImage() {
    String user = Dockerfile.SOURCE.find("^USER (\\d+)$");
    assertThat(built())
        .flatExtracting(ServiceContainer::writable)
        .filteredOn(folder -> !folder.equals("/tmp"))
        .allMatch(
            folder -> Dockerfile.SOURCE.text().contains("install -d -o " + user + " " + folder));
  }
}
