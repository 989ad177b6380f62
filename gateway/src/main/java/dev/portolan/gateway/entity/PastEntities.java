package dev.portolan.gateway.entity;

import dev.portolan.events.EntityRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What entities were. */
public interface PastEntities {
  /** The entity as it was at that moment; null when it did not exist then. */
  @Nullable EntityView asOf(EntityRef ref, Instant at);
}
