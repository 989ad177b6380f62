package dev.portolan.system.deployment;

import dev.portolan.system.deployment.ServiceContainer.Question;
import dev.portolan.system.platform.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The objects of k8s/base and k8s/engines, as they are before an overlay changes them. */
record Manifests(List<Manifest> all) {
  static final String FOLDER = "k8s";

  /**
   * An object.
   *
   * @param file relative to the repository
   */
  record Manifest(String file, Yaml yaml) {
    String kind() {
      return yaml.at("kind").textOr("");
    }

    String name() {
      return yaml.at("metadata", "name").textOr("");
    }
  }

  static Manifests ofRepository() {
    List<Manifest> all = new ArrayList<>();
    for (Path file : files()) {
      String name = Repository.root().relativize(file).toString();
      Yaml.documents(file).forEach(each -> all.add(new Manifest(name, each)));
    }
    return new Manifests(List.copyOf(all));
  }

  /** Every file below k8s/. */
  static List<Path> files() {
    try (Stream<Path> files = Files.walk(Repository.root().resolve(FOLDER))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Stream<Manifest> of(String kind) {
    return all.stream().filter(each -> each.kind().equals(kind));
  }

  Yaml one(String kind, String name) {
    return of(kind)
        .filter(each -> each.name().equals(name))
        .findFirst()
        .map(Manifest::yaml)
        .orElse(new Yaml(null));
  }

  Stream<ServiceContainer> ours() {
    return of("Deployment").map(Manifests::container);
  }

  private static ServiceContainer container(Manifest deployment) {
    Yaml template = deployment.yaml().at("spec", "template");
    Yaml container = template.at("spec", "containers").items().getFirst();
    return new ServiceContainer(
        deployment.file(),
        container.at("name").text(),
        variables(container),
        questions(template, container),
        container.at("volumeMounts").items().stream()
            .map(each -> each.at("mountPath").text())
            .toList(),
        Size.mebibytes(container.at("resources", "limits", "memory").textOr("0Mi")),
        template.at("spec", "terminationGracePeriodSeconds").number());
  }

  private static Map<String, String> variables(Yaml container) {
    Map<String, String> variables = new LinkedHashMap<>();
    container
        .at("env")
        .items()
        .forEach(each -> variables.put(each.at("name").text(), each.at("value").textOr("")));
    return variables;
  }

  private static List<Question> questions(Yaml template, Yaml container) {
    List<Question> questions = new ArrayList<>();
    for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
      Yaml get = container.at(probe, "httpGet");
      questions.add(
          new Question(
              probe, port(container, get.at("port").textOr("")), get.at("path").textOr("")));
    }
    Map<String, String> annotations = template.at("metadata", "annotations").labels();
    questions.add(
        new Question(
            "Prometheus",
            Integer.parseInt(annotations.getOrDefault("prometheus.io/port", "0")),
            annotations.getOrDefault("prometheus.io/path", "")));
    return questions;
  }

  /** The number of a port that is said by number or by the name that the container gives it. */
  static int port(Yaml container, String said) {
    return container.at("ports").items().stream()
        .filter(
            port ->
                port.at("name").textOr("").equals(said)
                    || port.at("containerPort").text().equals(said))
        .map(port -> port.at("containerPort").number())
        .findFirst()
        .orElse(0);
  }
}
