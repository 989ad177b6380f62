package dev.portolan.catalog.dependency.memory;

import dev.portolan.catalog.dependency.GraphView;

/**
 * A reference, and the edges that end there.
 *
 * @param version the version of the entity, also when it was deleted; 0 when there never was one
 * @param facts the number of what is true of it; {@link GraphView#NONE} when nothing exists there
 */
record Node(String ref, long version, int facts, Links outgoing, Links incoming) {

  static Node pointedAt(String ref) {
    return new Node(ref, 0, GraphView.NONE, Links.NONE, Links.NONE);
  }

  Node with(long version, int facts) {
    return new Node(ref, version, facts, outgoing, incoming);
  }

  Node with(Links outgoing, Links incoming) {
    return new Node(ref, version, facts, outgoing, incoming);
  }

  boolean isThere() {
    return facts != GraphView.NONE || outgoing.size() > 0 || incoming.size() > 0;
  }
}
