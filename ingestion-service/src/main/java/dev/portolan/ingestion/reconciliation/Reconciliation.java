package dev.portolan.ingestion.reconciliation;

import dev.portolan.events.ChangeType;
import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.ingestion.observation.Merge;
import dev.portolan.ingestion.observation.Observation;
import dev.portolan.ingestion.observation.RelationFields;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what a statement changes, from what is stored; reads no clock and no store. */
public final class Reconciliation {
  private Reconciliation() {}

  /**
   * What becomes of the entity.
   *
   * @param stored the entity and all that its sources said until now
   * @param statement what is said now
   * @param fields which fields of a spec are relations
   * @param now the time of the commit; the new version never precedes the one before it, though the
   *     clocks of two instances differ
   */
  public static Decision decide(
      Stored stored, Statement statement, RelationFields fields, Instant now) {
    List<Observation> observations = statement.after(stored.observations());
    Entity before = stored.entity();
    Entity after = observations.isEmpty() ? null : Merge.of(observations, fields);
    ChangeType change = change(before, after);
    if (change == null) {
      return new Decision.Unchanged(stored.ref(), stored.version());
    }
    return new Decision.Changed(
        new EntityChanged(
            stored.ref(),
            stored.version() + 1,
            change,
            after,
            before == null || after == null ? List.of() : Difference.between(before, after),
            observations.stream()
                .sorted(Observation.BY_PRECEDENCE)
                .map(Observation::source)
                .toList(),
            statement.at(),
            now.isBefore(stored.committedAt()) ? stored.committedAt() : now));
  }

  private static @Nullable ChangeType change(@Nullable Entity before, @Nullable Entity after) {
    if (before == null) {
      return after == null ? null : ChangeType.CREATED;
    }
    if (after == null) {
      return ChangeType.DELETED;
    }
    return after.equals(before) ? null : ChangeType.UPDATED;
  }
}
