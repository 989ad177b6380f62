package dev.portolan.ingestion.reconciliation;

import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;

/** What becomes of an entity after a source spoke. */
public sealed interface Decision {
  /** The entity. */
  EntityRef ref();

  /** Its version after the decision; 0 when it never existed. */
  long version();

  /** It is created, updated or deleted: a new version, and an event. */
  record Changed(EntityChanged event) implements Decision {
    @Override
    public EntityRef ref() {
      return event.ref();
    }

    @Override
    public long version() {
      return event.version();
    }
  }

  /** It stays as it is, and nothing is published. */
  record Unchanged(EntityRef ref, long version) implements Decision {}
}
