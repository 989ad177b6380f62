package dev.portolan.ingestion.descriptor.kubernetes;

import dev.portolan.ingestion.descriptor.dialect.Draft;
import dev.portolan.ingestion.descriptor.dialect.Translation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the workloads of one entity say of it.
 *
 * @param paths of these workloads
 * @param isBound whether others describe the entity too
 * @param tree a descriptor
 * @param origins where in the manifest a field of it stands: JSON pointers by JSON pointers
 */
public record Described(
    List<String> paths, boolean isBound, ObjectNode tree, Map<String, String> origins) {

  /** Of the first of them, by which all are told apart. */
  public String path() {
    return paths.getFirst();
  }

  /** As rules take it that are kept by what is written for no catalog. */
  public Translation translation() {
    return new Translation.ToDescriptor(tree, origins, Map.of());
  }

  /**
   * The same of a part of a file.
   *
   * @param format its name
   * @param part where the manifest stands in the document, as a JSON pointer
   */
  public Translation translation(String format, String part) {
    ObjectNode told = tree.deepCopy();
    if (!isBound) {
      told.withObject("/metadata/annotations").put(Draft.FORMAT, format);
    }
    Map<String, String> inDocument = new HashMap<>();
    inDocument.put("", part);
    origins.forEach((field, origin) -> inDocument.put(field, part + origin));
    return new Translation.ToDescriptor(told, inDocument, Map.of());
  }
}
