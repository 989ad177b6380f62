package dev.portolan.ingestion.rereading;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Files that are edited at random: all that can stand in a repository, and go wrong in it. */
final class RandomTree {
  private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "f", "g", "h");

  private final Random random;
  final TreeMap<String, String> files = new TreeMap<>();

  RandomTree(Random random) {
    this.random = random;
    for (int i = 0; i < 25; i++) {
      edit();
    }
  }

  /** Some edits, or none. */
  void commit() {
    for (int edits = random.nextInt(4); edits > 0; edits--) {
      edit();
    }
  }

  private void edit() {
    switch (random.nextInt(9)) {
      case 0 -> files.put(folder() + "parts/" + one(3) + ".txt", part());
      case 1 -> files.put(folder() + oneOf("docs", "manual") + "/p" + one(3) + ".md", page());
      case 2 -> files.put(folder() + oneOf("mkdocs.yml", "mkdocs.yaml", "README.md"), mkdocs());
      case 3 -> files.put("more/" + one(4) + ".txt", descriptors());
      case 4 -> remove();
      case 5 -> rename();
      default -> files.put(folder() + "f" + one(4) + ".yaml", descriptors());
    }
  }

  private void remove() {
    if (!files.isEmpty()) {
      files.remove(any());
    }
  }

  private void rename() {
    if (!files.isEmpty()) {
      String from = any();
      String name = from.substring(from.lastIndexOf('/') + 1);
      String text = String.valueOf(files.remove(from));
      files.put((from.contains("/docs/") ? folder() + "docs/" : folder()) + name, text);
    }
  }

  private String any() {
    return List.copyOf(files.keySet()).get(random.nextInt(files.size()));
  }

  private String folder() {
    return oneOf("", "x/", "y/", "x/deep/");
  }

  private String descriptors() {
    StringBuilder text = new StringBuilder(descriptor());
    for (int more = random.nextInt(3); more > 0; more--) {
      text.append("---\n").append(descriptor());
    }
    return text.toString();
  }

  private String descriptor() {
    String name = NAMES.get(random.nextInt(NAMES.size()));
    return switch (random.nextInt(24)) {
      case 0, 1 -> location();
      case 2, 3 -> documented(name);
      case 4, 5, 6 -> api(name);
      case 7 -> group(name) + "  parent: 'no such: one'\n";
      case 8 -> group("has space");
      case 9 -> "kind: Deployment\napiVersion: apps/v1\nmetadata: {name: x}\n";
      case 10 -> group(name).replace("Group", "Widget");
      case 11 -> random.nextInt(4) > 0 ? "" : "kind: [Group\n";
      case 12 -> random.nextInt(4) > 0 ? "- a list\n" : "kind: *nothing\n";
      default -> group(name);
    };
  }

  private String group(String name) {
    return """
    apiVersion: backstage.io/v1alpha1
    kind: Group
    metadata: {name: %s, description: "%s"}
    spec:
      type: team
      children: []
    """
        .formatted(name, one(2));
  }

  private String documented(String name) {
    return """
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata:
      name: %s
      annotations: {backstage.io/techdocs-ref: "%s"}
    spec: {type: service, lifecycle: production, owner: o%s}
    """
        .formatted(
            name, oneOf("dir:.", "dir:./manual", "dir:../..", "url:https://a.example"), one(2));
  }

  private String api(String name) {
    return """
    apiVersion: backstage.io/v1alpha1
    kind: API
    metadata: {name: %s}
    spec:
      type: openapi
      lifecycle: production
      owner: o
      definition: {$text: %s}
      more: {$yaml: ./parts/%s.txt}
    """
        .formatted(name, oneOf("./parts/0.txt", "/parts/1.txt", "../../out.txt"), one(3));
  }

  private String location() {
    String targets =
        oneOf(
            "/more/0.txt",
            "/more/*.txt",
            "../more/1.txt', './more/2.txt",
            "./gone.txt', './f0.yaml",
            "https://a.example/a.yaml",
            "../../../out.yaml");
    return """
    apiVersion: backstage.io/v1alpha1
    kind: Location
    metadata: {name: l%s}
    spec: {targets: ['%s']}
    """
        .formatted(one(3), targets);
  }

  private String part() {
    return oneOf("text: a\n", "text: b\n", "[broken\n", "");
  }

  private String page() {
    return oneOf("# One\n", "# Two\n\nText.\n", "");
  }

  private String mkdocs() {
    return oneOf(
        "site_name: A\n", "docs_dir: manual\n", "docs_dir: ../docs\n", "docs_dir: ../..\n");
  }

  private String one(int of) {
    return Integer.toString(random.nextInt(of));
  }

  private String oneOf(String... texts) {
    return texts[random.nextInt(texts.length)];
  }
}
