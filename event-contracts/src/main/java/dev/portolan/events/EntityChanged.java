package dev.portolan.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity changed; the value of every record on {@link Topics#ENTITIES} but the tombstones.
 *
 * <p>It carries the whole state after the change, so that the last record of each key is a snapshot
 * of the catalog and all of them are its history.
 *
 * @param ref the entity, and the record's key
 * @param version rises by one with each change of this entity, from 1, and survives deletion
 * @param change what happened
 * @param entity the state after the change; null exactly when it was deleted
 * @param changed the fields that differ from the version before; empty when it was created or
 *     deleted
 * @param sources the names of all sources that speak of the entity now, in order
 * @param observedAt when the source that caused the change said so
 * @param committedAt when the change was committed
 */
public record EntityChanged(
    EntityRef ref,
    long version,
    ChangeType change,
    @Nullable Entity entity,
    List<FieldChange> changed,
    List<String> sources,
    Instant observedAt,
    Instant committedAt) {

  /** The CloudEvents type of this event. */
  public static final String TYPE = "catalog.entity-changed.v1";

  /** Refuses a state that contradicts the change. */
  public EntityChanged {
    if (version < 1) {
      throw new IllegalArgumentException(ref + " has version " + version + "; the first is 1");
    }
    if ((entity == null) != (change == ChangeType.DELETED)) {
      throw new IllegalArgumentException(
          ref
              + " version "
              + version
              + " is "
              + change
              + " with"
              + (entity == null ? "out" : "")
              + " an entity; only a DELETED one has none");
    }
    changed = Absent.toEmpty(changed);
    sources = Absent.toEmpty(sources);
  }
}
