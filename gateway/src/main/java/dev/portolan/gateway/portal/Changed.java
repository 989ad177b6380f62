package dev.portolan.gateway.portal;

import dev.portolan.events.EntityRef;

/** An entity's version, and whether it changed: CREATED, UPDATED, DELETED or UNCHANGED. */
public record Changed(EntityRef ref, long version, String change) {
  private static final String UNCHANGED = "UNCHANGED";

  /** Whether the entity is as it was before. */
  public boolean isUnchanged() {
    return change.equals(UNCHANGED);
  }
}
