package dev.portolan.ingestion.sync;

import dev.portolan.events.ChangeType;
import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.events.FieldChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a push would do to an entity.
 *
 * @param ref the entity
 * @param change what would happen to it
 * @param version that it would get
 * @param before what it is now; null when it does not exist
 * @param after what it would be; null when it would be deleted
 * @param changed the fields in which both differ
 */
public record ForeseenChange(
    EntityRef ref,
    ChangeType change,
    long version,
    @Nullable Entity before,
    @Nullable Entity after,
    List<FieldChange> changed) {

  static ForeseenChange of(@Nullable Entity before, EntityChanged event) {
    return new ForeseenChange(
        event.ref(), event.change(), event.version(), before, event.entity(), event.changed());
  }
}
