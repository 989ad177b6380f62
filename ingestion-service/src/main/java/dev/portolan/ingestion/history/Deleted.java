package dev.portolan.ingestion.history;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.events.Relation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entity that is deleted now, and the last that is held of what it was.
 *
 * @param ref the entity
 * @param version its deletion
 * @param deletedAt when that was committed
 * @param restorableVersion the last version before the deletion; null when it is held no more, as
 *     are then title, kind and owner
 * @param title as it was said; null when it was not
 * @param kind as it was written
 * @param owner the first owner that it named
 */
public record Deleted(
    EntityRef ref,
    long version,
    Instant deletedAt,
    @Nullable Long restorableVersion,
    @Nullable String title,
    @Nullable String kind,
    @Nullable EntityRef owner) {

  /**
   * Takes from the last state what a list shows of it.
   *
   * @param last the event before the deletion; null when it is held no more
   */
  public static Deleted of(
      EntityRef ref, long version, Instant deletedAt, @Nullable EntityChanged last) {
    Entity entity = last == null ? null : last.entity();
    return last == null || entity == null
        ? new Deleted(ref, version, deletedAt, null, null, null, null)
        : new Deleted(
            ref,
            version,
            deletedAt,
            last.version(),
            entity.title(),
            entity.kind(),
            entity.relations().stream()
                .filter(relation -> relation.type().equals("ownedBy"))
                .map(Relation::target)
                .findFirst()
                .orElse(null));
  }
}
