package dev.portolan.catalog.dependency.memory;

import org.jspecify.annotations.Nullable;

/**
 * A reference, and the edges that end there.
 *
 * @param version the version of the entity, also when it was deleted; 0 when there never was one
 * @param kind null when nothing exists there
 */
record Node(
    String ref,
    long version,
    @Nullable String kind,
    @Nullable String owner,
    Links outgoing,
    Links incoming) {

  static Node pointedAt(String ref) {
    return new Node(ref, 0, null, null, Links.NONE, Links.NONE);
  }

  Node with(long version, @Nullable String kind, @Nullable String owner) {
    return new Node(ref, version, kind, owner, outgoing, incoming);
  }

  Node with(Links outgoing, Links incoming) {
    return new Node(ref, version, kind, owner, outgoing, incoming);
  }

  boolean isThere() {
    return kind != null || outgoing.size() > 0 || incoming.size() > 0;
  }
}
