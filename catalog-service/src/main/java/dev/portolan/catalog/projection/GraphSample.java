package dev.portolan.catalog.projection;

import dev.portolan.events.EntityChanged;
import java.util.List;
import java.util.Set;

/** Compares some entities of the live graph with what the topic says of them. */
@FunctionalInterface
public interface GraphSample {
  /**
   * What was found.
   *
   * @param alike references at which the graph says what the change says
   * @param drifts those at which it does not; references of which the graph holds a later version
   *     are in neither
   */
  record Found(Set<String> alike, List<Drift> drifts) {}

  /**
   * Compares versions, properties, and the relations that an entity declares itself.
   *
   * @param changes at most one for each entity, all of them applied to the graph before
   */
  Found compare(List<EntityChanged> changes);
}
