package dev.portolan.ingestion.descriptor.kubernetes;

import dev.portolan.ingestion.descriptor.dialect.Translation;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the workloads of one entity say of it.
 *
 * @param path of the first of them
 * @param tree a descriptor
 * @param origins where in the manifest a field of it stands: JSON pointers by JSON pointers
 */
public record Described(String path, ObjectNode tree, Map<String, String> origins) {

  /** As rules take it that are kept by what is written for no catalog. */
  public Translation translation() {
    return new Translation.ToDescriptor(tree, origins, Map.of());
  }
}
