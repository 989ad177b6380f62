package dev.portolan.catalog.intake;

import dev.portolan.catalog.intake.ChangeBatch.Positioned;
import dev.portolan.catalog.intake.DeadLetters.DeadLetter;
import dev.portolan.events.EntityChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** How often a record that the store refuses is tried before it is set aside. */
  static final int TRIES = 3;

  private final Projection projection;

  public Intake(Projection projection) {
    this.projection = projection;
  }

  /**
   * Applies a batch.
   *
   * @param stretches the parts of the topic that the batch covers
   * @throws StoreUnavailableException when the store is away: apply the batch again
   * @throws StoreBehindException when the store lacks what came before: read that first
   */
  public void apply(ChangeBatch batch, List<Stretch> stretches, DeadLetters deadLetters) {
    List<EntityChanged> latest = batch.latest();
    try {
      projection.apply(latest, stretches);
      setAside(batch.unreadable(), deadLetters);
    } catch (StoreUnavailableException | StoreBehindException e) {
      throw e;
    } catch (RuntimeException e) {
      log.warn("A batch of {} changes was refused; applying them one by one", latest.size(), e);
      List<DeadLetter> letters = new ArrayList<>(batch.unreadable());
      letters.addAll(applyOneByOne(batch.changes()));
      setAside(letters, deadLetters);
      // Only now is all of it done.
      projection.apply(List.of(), stretches);
    }
  }

  private static void setAside(List<DeadLetter> letters, DeadLetters deadLetters) {
    if (!letters.isEmpty()) {
      deadLetters.setAside(letters);
    }
  }

  /** Not only the latest: where the latest cannot be applied, the one before it stands. */
  private List<DeadLetter> applyOneByOne(List<Positioned> changes) {
    List<DeadLetter> letters = new ArrayList<>();
    for (Positioned positioned : changes) {
      reasonAgainst(positioned.change())
          .ifPresent(reason -> letters.add(new DeadLetter(positioned.position(), reason)));
    }
    return letters;
  }

  private Optional<String> reasonAgainst(EntityChanged change) {
    Optional<String> reason = Optional.empty();
    for (int tried = 0; tried < TRIES; tried++) {
      try {
        projection.apply(List.of(change), List.of());
        return Optional.empty();
      } catch (StoreUnavailableException | StoreBehindException e) {
        throw e;
      } catch (RuntimeException e) {
        reason =
            Optional.of(
                "(%s version %d) is refused: %s".formatted(change.ref(), change.version(), e));
      }
    }
    return reason;
  }
}
