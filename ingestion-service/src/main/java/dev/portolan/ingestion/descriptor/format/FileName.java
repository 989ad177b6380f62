package dev.portolan.ingestion.descriptor.format;

import dev.portolan.ingestion.descriptor.dialect.ValidName;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The name that a file gives to what it describes: its own without the ending, or that of the
 * nearest folder above where its own would do for anything.
 */
final class FileName {
  private static final Set<String> OF_ANYTHING =
      Set.of(
          "api",
          "apis",
          "asyncapi",
          "definition",
          "definitions",
          "doc",
          "docs",
          "graph",
          "graphql",
          "index",
          "main",
          "openapi",
          "query",
          "resource",
          "resources",
          "schema",
          "schemas",
          "spec",
          "specs",
          "src",
          "static",
          "supergraph",
          "subgraph",
          "swagger");

  private FileName() {}

  /**
   * The name.
   *
   * @param path of the file in its source
   */
  static String of(String path) {
    List<String> parts = List.of(path.split("/", -1));
    String own = ValidName.cut(withoutEnding(parts.getLast()));
    for (int at = parts.size() - 1; at >= 0; at--) {
      String name = at == parts.size() - 1 ? own : ValidName.cut(parts.get(at));
      if (!name.isEmpty() && !OF_ANYTHING.contains(name.toLowerCase(Locale.ROOT))) {
        return name;
      }
    }
    return own;
  }

  private static String withoutEnding(String file) {
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }
}
