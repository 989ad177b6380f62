package dev.portolan.gateway.whatif;

import dev.portolan.events.ChangeType;
import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.events.FieldChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ingestion-service would make of the documents.
 *
 * @param unchanged how many entities would stay as they are
 * @param rejected the problems of the documents that it would not take
 * @param notes what else there is to know
 * @param held why a full sync would be held; null when it would not
 */
public record DryRun(
    List<Change> changes,
    int unchanged,
    List<Object> rejected,
    List<Object> notes,
    @Nullable String held) {

  /**
   * A change of one entity.
   *
   * @param version the version that it would have
   */
  public record Change(
      EntityRef ref,
      ChangeType change,
      long version,
      @Nullable Entity before,
      @Nullable Entity after,
      List<FieldChange> changed) {

    /** Takes absent fields for none. */
    public Change {
      changed = changed == null ? List.of() : changed;
    }
  }

  /** The state that an entity would have; null when it would be gone. */
  public record State(EntityRef ref, @Nullable Entity entity) {}

  /** The states that the changed entities would have. */
  public List<State> states() {
    return changes.stream().map(change -> new State(change.ref(), change.after())).toList();
  }
}
