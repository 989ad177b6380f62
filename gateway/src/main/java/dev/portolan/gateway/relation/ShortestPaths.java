package dev.portolan.gateway.relation;

import dev.portolan.events.EntityRef;
import java.util.List;
import java.util.Map;

/**
 * All the shortest ways between two entities.
 *
 * @param total how many there are, of which the first are named
 */
public record ShortestPaths(
    int length, long total, List<List<EntityRef>> paths, Map<String, Long> position) {

  /** The ways as GraphQL shows them. */
  public List<PathView> views() {
    return paths.stream().map(PathView::new).toList();
  }
}
