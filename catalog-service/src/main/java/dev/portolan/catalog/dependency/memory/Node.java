package dev.portolan.catalog.dependency.memory;

import dev.portolan.catalog.projection.Facts;
import org.jspecify.annotations.Nullable;

/**
 * A reference, and the edges that end there.
 *
 * @param version the version of the entity, also when it was deleted; 0 when there never was one
 * @param facts null when nothing exists there
 */
record Node(String ref, long version, @Nullable Facts facts, Links outgoing, Links incoming) {

  static Node pointedAt(String ref) {
    return new Node(ref, 0, null, Links.NONE, Links.NONE);
  }

  Node with(long version, @Nullable Facts facts) {
    return new Node(ref, version, facts, outgoing, incoming);
  }

  Node with(Links outgoing, Links incoming) {
    return new Node(ref, version, facts, outgoing, incoming);
  }

  boolean isThere() {
    return facts != null || outgoing.size() > 0 || incoming.size() > 0;
  }
}
