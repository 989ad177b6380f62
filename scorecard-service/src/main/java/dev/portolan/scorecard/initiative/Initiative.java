package dev.portolan.scorecard.initiative;

import dev.portolan.scorecard.rule.Scorecard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Work that an organisation sets itself: entities are held against rules of scorecards as against a
 * scorecard, and there is a date.
 *
 * @param scorecard what it asks of whom; its one level is reached by whoever is done
 * @param start when it begins; null for at once
 * @param deadline when all should be done; null where that is a {@link
 *     dev.portolan.scorecard.rule.Problem}
 * @param ended whether it was said to be over, done or not
 * @param remindDays how many days before the deadline those are told who still have something to do
 */
public record Initiative(
    Scorecard scorecard,
    @Nullable Instant start,
    @Nullable Instant deadline,
    boolean ended,
    List<Integer> remindDays) {
  /** The kind of the entities that define initiatives, as references write it. */
  public static final String KIND = "initiative";

  /** The level of whoever has done all. */
  static final String DONE = "done";

  /** Where an initiative is, OpsLevel's words for its campaigns. */
  public enum Status {
    DRAFT,
    SCHEDULED,
    IN_PROGRESS,
    /** The deadline is over, and not everything is done. */
    DELAYED,
    ENDED
  }

  /** The same, as what entities are held against. */
  public Scorecard asScorecard() {
    return scorecard;
  }

  /**
   * Where it is.
   *
   * @param open how many entities still have something to do
   */
  public Status status(Instant now, long open) {
    return switch (scorecard.stage()) {
      case DRAFT -> Status.DRAFT;
      case ARCHIVED -> Status.ENDED;
      case PUBLISHED -> running(now, open);
    };
  }

  private Status running(Instant now, long open) {
    if (ended) {
      return Status.ENDED;
    }
    if (start != null && now.isBefore(start)) {
      return Status.SCHEDULED;
    }
    boolean over = deadline != null && !now.isBefore(deadline);
    if (over) {
      return open == 0 ? Status.ENDED : Status.DELAYED;
    }
    return Status.IN_PROGRESS;
  }
}
