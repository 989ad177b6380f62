package dev.portolan.ingestion.kind;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a kind is.
 *
 * @param kind as entities of it write it
 * @param title what a person reads
 * @param apiVersions under which its descriptors come; empty: under any
 * @param relations the fields of its spec that name other entities
 * @param locations the fields of its spec that name further descriptor files
 * @param spec what its spec must hold
 */
public record KindDefinition(
    String kind,
    String title,
    List<String> apiVersions,
    List<RelationField> relations,
    List<String> locations,
    SpecSchema spec) {

  /** What a spec lacks or has wrong, in the order of the schema. */
  public List<SpecFault> faults(JsonNode specTree) {
    return spec.faults(specTree);
  }
}
