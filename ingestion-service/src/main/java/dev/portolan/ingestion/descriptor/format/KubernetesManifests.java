package dev.portolan.ingestion.descriptor.format;

import dev.portolan.ingestion.descriptor.dialect.Translation;
import dev.portolan.ingestion.descriptor.kubernetes.Described;
import dev.portolan.ingestion.descriptor.kubernetes.Manifests;
import dev.portolan.ingestion.descriptor.kubernetes.Workload;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Manifests of workloads, which say what a cluster is to run; {@code List}s of manifests, as {@code
 * kubectl get -o yaml} writes them, too. All of a file are applied together.
 */
final class KubernetesManifests implements Format {
  private static final String TEMPLATE =
      "a template of a Kubernetes manifest: an engine has yet to fill in its {{ … }}";

  private final Manifests ofFile = new Manifests();

  @Override
  public String name() {
    return "kubernetes";
  }

  /** A parser quotes the text that it does not understand. */
  @Override
  public boolean mayHoldSecrets(String file, String text) {
    return text.contains("apiVersion") && !text.contains("{{");
  }

  @Override
  public Optional<Format> lookingAhead() {
    return Optional.of(new KubernetesManifests());
  }

  @Override
  public void lookAt(JsonNode tree) {
    ofFile.add(tree);
  }

  @Override
  public boolean recognises(FileDocument document) {
    return !Manifests.workloads(document.tree()).isEmpty();
  }

  @Override
  public List<Translation> translate(FileDocument document) {
    Manifests together = ofFile.isEmpty() ? Manifests.of(document.tree()) : ofFile;
    return Manifests.workloads(document.tree()).entrySet().stream()
        .map(each -> translation(each.getValue(), each.getKey(), together))
        .toList();
  }

  private Translation translation(Workload workload, String part, Manifests together) {
    Optional<Described> described = together.with(workload);
    if (described.isEmpty()) {
      return new Translation.ToNothing(TEMPLATE, part);
    }
    return described.get().path().equals(workload.path())
        ? described.get().translation(name(), part)
        : new Translation.ToNothing(
            "a workload of an entity that %s tells with it".formatted(described.get().path()),
            part);
  }
}
