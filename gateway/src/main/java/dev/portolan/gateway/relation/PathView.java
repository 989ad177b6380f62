package dev.portolan.gateway.relation;

import dev.portolan.events.EntityRef;
import java.util.List;

/** A way from one entity to another, both included. */
public record PathView(List<EntityRef> refs) {
  /** The number of relations on it. */
  public int length() {
    return refs.size() - 1;
  }
}
