package dev.portolan.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.system.deployment.Manifests.Manifest;
import dev.portolan.system.platform.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KustomizationsTest {
  private static final String NAME = "kustomization.yaml";

  /** What a kustomization may do here; anything else is a word that kustomize does not know. */
  private static final Set<String> WORDS =
      Set.of(
          "apiVersion",
          "kind",
          "namespace",
          "resources",
          "labels",
          "images",
          "replicas",
          "patches");

  static List<Path> kustomizations() {
    return Manifests.files().stream().filter(file -> file.endsWith(NAME)).toList();
  }

  @ParameterizedTest
  @MethodSource("kustomizations")
  void everyResourceExists(Path kustomization) {
    Yaml yaml = Yaml.document(kustomization);
    assertThat(yaml.fields().keySet()).isSubsetOf(WORDS);
    assertThat(yaml.at("namespace").text()).isEqualTo(Pod.OURS);
    assertThat(resources(kustomization))
        .isNotEmpty()
        .allMatch(each -> Files.isRegularFile(each) || Files.exists(each.resolve(NAME)));
  }

  private static List<Path> resources(Path kustomization) {
    return Yaml.document(kustomization).at("resources").texts().stream()
        .map(each -> kustomization.resolveSibling(each).normalize())
        .toList();
  }

  @Test
  void noFileLiesUnlisted() {
    Set<Path> listed = new TreeSet<>(kustomizations());
    kustomizations().forEach(each -> listed.addAll(resources(each)));
    assertThat(Manifests.files()).allMatch(file -> listed.contains(file) || isNamedBesides(file));
  }

  /** Values for Helm are no resource; a comment says who uses them. */
  private static boolean isNamedBesides(Path file) {
    String name = Repository.root().relativize(file).toString();
    return name.endsWith("-values.yaml")
        && new Source("k8s/engines/" + NAME).text().contains("-f " + name);
  }

  @Test
  void theOverlayChangesOnlyWhatTheBaseHas() {
    Manifests manifests = Manifests.ofRepository();
    Yaml overlay = Yaml.document(new Source("k8s/overlays/production/" + NAME).path());
    Set<String> images =
        manifests
            .of("Deployment")
            .map(Manifest::yaml)
            .map(each -> each.at("spec", "template", "spec", "containers").items().getFirst())
            .map(container -> container.at("image").text())
            .collect(Collectors.toSet());
    assertThat(overlay.at("images").items())
        .extracting(image -> image.at("name").text())
        .containsExactlyInAnyOrderElementsOf(images);
    assertThat(overlay.at("replicas").items())
        .allMatch(each -> manifests.one("Deployment", each.at("name").text()).exists());
    assertThat(overlay.at("patches").items())
        .extracting(patch -> patch.at("target"))
        .allMatch(
            target -> manifests.one(target.at("kind").text(), target.at("name").text()).exists());
  }

  @Test
  void theNamespaceAllowsNoPodMoreThanOursNeed() {
    assertThat(
            Manifests.ofRepository().one("Namespace", Pod.OURS).at("metadata", "labels").labels())
        .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
  }
}
