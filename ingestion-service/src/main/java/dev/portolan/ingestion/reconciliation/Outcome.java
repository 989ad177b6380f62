package dev.portolan.ingestion.reconciliation;

import dev.portolan.events.ChangeType;
import dev.portolan.events.EntityRef;
import org.jspecify.annotations.Nullable;

/**
 * What a statement came to, once it is committed.
 *
 * @param ref the entity
 * @param version its version now; 0 when it never existed
 * @param change what happened to it; null when it stays as it was
 */
public record Outcome(EntityRef ref, long version, @Nullable ChangeType change) {

  /** Of a decision. */
  public static Outcome of(Decision decision) {
    return switch (decision) {
      case Decision.Changed changed ->
          new Outcome(changed.ref(), changed.version(), changed.event().change());
      case Decision.Unchanged(EntityRef ref, long version) -> new Outcome(ref, version, null);
    };
  }
}
