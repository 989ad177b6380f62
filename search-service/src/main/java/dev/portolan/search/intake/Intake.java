package dev.portolan.search.intake;

import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.search.intake.ChangeBatch.Positioned;
import dev.portolan.search.intake.DeadLetters.DeadLetter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies batches of changes, and sets aside the records that cannot be applied.
 *
 * <p>When {@link #apply} returns, every record has been applied, skipped or set aside, and its
 * offset may be committed. When it throws, the whole batch must be applied again; nothing has been
 * set aside then, so that a store which is away for an hour does not fill the dead letters.
 */
public final class Intake {
  private static final Logger log = LoggerFactory.getLogger(Intake.class);

  /** How often a change that fails for no stated reason is tried before it is set aside. */
  static final int TRIES = 3;

  private final Projection projection;

  public Intake(Projection projection) {
    this.projection = projection;
  }

  /**
   * Applies a batch.
   *
   * @throws StoreUnavailableException when the store is away: apply the batch again
   */
  public void apply(ChangeBatch batch, DeadLetters deadLetters) {
    List<DeadLetter> letters = new ArrayList<>(batch.unreadable());
    letters.addAll(applyAll(batch.changes()));
    if (!letters.isEmpty()) {
      deadLetters.setAside(letters);
    }
  }

  /** Applies the latest of each entity; where that is refused, the one before it stands. */
  private List<DeadLetter> applyAll(List<Positioned> changes) {
    List<DeadLetter> letters = new ArrayList<>();
    List<Positioned> remaining = changes;
    while (!remaining.isEmpty()) {
      List<Positioned> latest = ChangeBatch.latest(remaining);
      Map<EntityRef, String> refused = tryAll(latest);
      for (Positioned change : latest) {
        String reason = refused.get(change.change().ref());
        if (reason != null) {
          letters.add(letter(change, reason));
        }
      }
      remaining =
          remaining.stream()
              .filter(change -> refused.containsKey(change.change().ref()))
              .filter(change -> !latest.contains(change))
              .toList();
    }
    return letters;
  }

  private Map<EntityRef, String> tryAll(List<Positioned> latest) {
    List<EntityChanged> changes = latest.stream().map(Positioned::change).toList();
    try {
      return projection.apply(changes);
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      log.warn("A batch of {} changes failed; applying them one by one", changes.size(), e);
      Map<EntityRef, String> refused = new HashMap<>();
      changes.forEach(change -> refused.putAll(tryOne(change)));
      return refused;
    }
  }

  private Map<EntityRef, String> tryOne(EntityChanged change) {
    String reason = "was not tried";
    for (int tried = 0; tried < TRIES; tried++) {
      try {
        return projection.apply(List.of(change));
      } catch (StoreUnavailableException e) {
        throw e;
      } catch (RuntimeException e) {
        reason = e.toString();
      }
    }
    return Map.of(change.ref(), reason);
  }

  private static DeadLetter letter(Positioned refused, String reason) {
    EntityChanged change = refused.change();
    return new DeadLetter(
        refused.position(),
        "(%s version %d) is refused: %s".formatted(change.ref(), change.version(), reason));
  }
}
