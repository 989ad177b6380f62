package dev.portolan.scorecard.intake;

import dev.portolan.scorecard.intake.ChangeBatch.Positioned;
import dev.portolan.scorecard.intake.DeadLetters.DeadLetter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies batches of changes, and sets aside the records that cannot be applied.
 *
 * <p>When {@link #apply} returns, every record has been applied, skipped or set aside, and its
 * offset may be committed. When it throws, the whole batch must be applied again; nothing has been
 * set aside then, so that a store which is away for an hour does not fill the dead letters.
 */
public final class Intake<C> {
  private static final Logger log = LoggerFactory.getLogger(Intake.class);

  /** How often a record that the store refuses is tried before it is set aside. */
  static final int TRIES = 3;

  private final ChangeFormat<C> format;
  private final Projection<C> projection;

  public Intake(ChangeFormat<C> format, Projection<C> projection) {
    this.format = format;
    this.projection = projection;
  }

  /** Reads the values of records; never throws for what is in them. */
  public ChangeBatch<C> read(List<byte @Nullable []> values) {
    return ChangeBatch.read(values, format);
  }

  /** When a change was committed. */
  public Instant committedAt(C change) {
    return format.committedAt(change);
  }

  /**
   * Applies a batch.
   *
   * @throws StoreUnavailableException when the store is away: apply the batch again
   */
  public void apply(ChangeBatch<C> batch, DeadLetters deadLetters) {
    List<DeadLetter> letters = new ArrayList<>(batch.unreadable());
    letters.addAll(applyAll(batch));
    if (!letters.isEmpty()) {
      deadLetters.setAside(letters);
    }
  }

  private List<DeadLetter> applyAll(ChangeBatch<C> batch) {
    List<C> latest = batch.latest(format);
    if (latest.isEmpty()) {
      return List.of();
    }
    try {
      projection.apply(latest);
      return List.of();
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      log.warn("A batch of {} changes was refused; applying them one by one", latest.size(), e);
      return applyOneByOne(batch.changes());
    }
  }

  /** Not only the latest: where the latest cannot be applied, the one before it stands. */
  private List<DeadLetter> applyOneByOne(List<Positioned<C>> changes) {
    List<DeadLetter> letters = new ArrayList<>();
    for (Positioned<C> positioned : changes) {
      reasonAgainst(positioned.change())
          .ifPresent(reason -> letters.add(new DeadLetter(positioned.position(), reason)));
    }
    return letters;
  }

  private Optional<String> reasonAgainst(C change) {
    Optional<String> reason = Optional.empty();
    for (int tried = 0; tried < TRIES; tried++) {
      try {
        projection.apply(List.of(change));
        return Optional.empty();
      } catch (StoreUnavailableException e) {
        throw e;
      } catch (RuntimeException e) {
        reason =
            Optional.of(
                "(%s version %d) is refused: %s"
                    .formatted(format.key(change), format.version(change), e));
      }
    }
    return reason;
  }
}
