package dev.portolan.ingestion.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What decides when a source is read next.
 *
 * @param source its name
 * @param knownSince when it was made known
 * @param schedule how long after one run of its adapter the next begins; null when there is none
 * @param last the newest run of its adapter; null when there was none
 * @param wish the newest wish that it be read; null when there was none
 */
public record Timetable(
    String source,
    Instant knownSince,
    @Nullable Duration schedule,
    @Nullable Run last,
    @Nullable Wish wish) {

  /** For so long after a wish a run that failed is tried again. */
  static final Duration PERSISTENCE = Duration.ofHours(1);

  /** So long after it failed. */
  static final Duration PAUSE = Duration.ofMinutes(1);

  /** A run of the adapter, and when it ended, or began when it is under way. */
  public record Run(State state, Instant at) {
    /** How far it came. */
    public enum State {
      /** It is under way. */
      RUNNING,
      /** It came to its end. */
      ENDED,
      /** It was broken off. */
      FAILED
    }
  }

  /**
   * Somebody told that the source has something new.
   *
   * @param answered whether the last run began after that
   */
  public record Wish(Instant at, boolean answered) {}

  /** When the source is to be read; null while it is read, and when nothing asks for it. */
  public @Nullable Instant next() {
    if (last != null && last.state() == Run.State.RUNNING) {
      return null;
    }
    return Stream.concat(Stream.ofNullable(bySchedule()), Stream.ofNullable(byWish()))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Whether it is to be read now. */
  public boolean isDue(Instant now) {
    Instant next = next();
    return next != null && !next.isAfter(now);
  }

  private @Nullable Instant bySchedule() {
    if (schedule == null) {
      return null;
    }
    return last == null ? knownSince : last.at().plus(schedule).plus(Jitter.of(source, schedule));
  }

  /** A run that failed took nothing of what was wished for, so it is made good for a time. */
  private @Nullable Instant byWish() {
    if (wish == null) {
      return null;
    }
    if (!wish.answered() || last == null) {
      return wish.at();
    }
    boolean again =
        last.state() == Run.State.FAILED && last.at().isBefore(wish.at().plus(PERSISTENCE));
    return again ? last.at().plus(PAUSE) : null;
  }
}
