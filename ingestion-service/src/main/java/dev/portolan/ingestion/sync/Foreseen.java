package dev.portolan.ingestion.sync;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.reconciliation.Decided;
import dev.portolan.ingestion.reconciliation.Decision;
import dev.portolan.ingestion.reconciliation.Outcome;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Gathers what a push would change, up to a bound. */
public final class Foreseen {
  /** Each has an entity before and after: more would not fit into memory, nor a person's head. */
  public static final int MOST = 5_000;

  private final SequencedMap<EntityRef, ForeseenChange> changes = new LinkedHashMap<>();

  /** More would change than can be told. */
  public static final class TooManyException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Adds decisions, and answers with what they come to.
   *
   * @throws TooManyException when there are more than {@link #MOST} changes with them
   */
  public Map<EntityRef, Outcome> add(Collection<Decided> decided) {
    var outcomes = new HashMap<EntityRef, Outcome>();
    for (Decided each : decided) {
      outcomes.put(each.stored().ref(), Outcome.of(each.decision()));
      if (each.decision() instanceof Decision.Changed(var event)) {
        changes.put(event.ref(), ForeseenChange.of(each.stored().entity(), event));
      }
    }
    if (changes.size() > MOST) {
      throw new TooManyException();
    }
    return outcomes;
  }

  /** What saying the same again would come to, where the entity would have changed already. */
  public Optional<Outcome> again(EntityRef ref) {
    return Optional.ofNullable(changes.get(ref))
        .map(change -> new Outcome(ref, change.version(), null));
  }

  /** All changes, in the order in which they would be committed. */
  public List<ForeseenChange> changes() {
    return List.copyOf(changes.values());
  }
}
