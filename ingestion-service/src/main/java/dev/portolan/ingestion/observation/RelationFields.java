package dev.portolan.ingestion.observation;

import dev.portolan.events.Entity;
import dev.portolan.events.Relation;
import java.util.List;

/** What the merge has to know of kinds: which fields of a spec name other entities. */
public interface RelationFields {

  /**
   * Whether the field is a set of references, so that the sources' lists unite instead of the first
   * one winning.
   *
   * @param kind the entity's kind, in any case
   * @param pointer a JSON Pointer into the entity, such as {@code /spec/dependsOn}
   */
  boolean unite(String kind, String pointer);

  /** The relations that follow from the spec, each once, in the order of type and target. */
  List<Relation> relationsOf(Entity entity);
}
