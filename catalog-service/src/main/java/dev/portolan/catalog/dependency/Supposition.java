package dev.portolan.catalog.dependency;

import dev.portolan.events.ChangeType;
import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes states that nobody published, for {@link WholeGraph#supposing}. */
public final class Supposition {
  private Supposition() {}

  /**
   * That the entity is so; its version and its times mean nothing.
   *
   * @param entity null where it does not exist
   */
  public static EntityChanged of(EntityRef ref, @Nullable Entity entity) {
    return new EntityChanged(
        ref,
        1,
        entity == null ? ChangeType.DELETED : ChangeType.UPDATED,
        entity,
        List.of(),
        List.of(),
        Instant.EPOCH,
        Instant.EPOCH);
  }
}
