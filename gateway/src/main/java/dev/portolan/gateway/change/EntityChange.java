package dev.portolan.gateway.change;

import dev.portolan.events.ChangeType;
import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.events.FieldChange;
import dev.portolan.gateway.entity.EntityView;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of an entity as GraphQL shows it.
 *
 * @param cursor the place on the topic behind this event; null in a history
 */
public record EntityChange(EntityChanged event, @Nullable String cursor) {

  /** A change of the past, out of an entity's history. */
  public static EntityChange past(EntityChanged event) {
    return new EntityChange(event, null);
  }

  public EntityRef ref() {
    return event.ref();
  }

  public long version() {
    return event.version();
  }

  public ChangeType change() {
    return event.change();
  }

  /**
   * The state after the change; null when it was deleted. In a history it is a state of the past,
   * on the topic it is the present.
   */
  public @Nullable EntityView entity() {
    Entity entity = event.entity();
    if (entity == null) {
      return null;
    }
    return cursor == null
        ? EntityView.asOf(event.committedAt(), event.ref(), event.version(), entity)
        : EntityView.of(event.ref(), event.version(), entity);
  }

  public List<FieldChange> changed() {
    return event.changed();
  }

  public List<String> sources() {
    return event.sources();
  }

  public OffsetDateTime observedAt() {
    return event.observedAt().atOffset(ZoneOffset.UTC);
  }

  public OffsetDateTime committedAt() {
    return event.committedAt().atOffset(ZoneOffset.UTC);
  }
}
