package dev.portolan.search.rebuild;

import dev.portolan.search.audit.Differences;
import dev.portolan.search.audit.Drift;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the last rebuild of this instance is.
 *
 * @param state what it is doing
 * @param startedAt null when there was none since the instance started
 * @param records read of the topic; one that goes on where another ended does not count its
 * @param skipped those of the records that cannot be read or indexed
 * @param left how many are still to be read, by offsets: compaction leaves fewer
 * @param seconds since it began, until it ended
 * @param result how the index before differed from the one that took its place; null where they
 *     were not compared
 * @param error why it failed; null unless it did
 */
public record RebuildStatus(
    State state,
    @Nullable Instant startedAt,
    long records,
    long skipped,
    long left,
    double seconds,
    @Nullable Result result,
    @Nullable String error) {

  /** There was none since the instance started. */
  static final RebuildStatus NONE = new RebuildStatus(State.NONE, null, 0, 0, 0, 0, null, null);

  /** What a rebuild does, in this order. */
  public enum State {
    /** Nothing was ever asked for. */
    NONE,
    /** Reads the topic into the next index. */
    READING,
    /** Compares the two indices and lets the next one take over. */
    COMPARING,
    /** The new index is live; the one before is removed. */
    RETIRING,
    /** All is done. */
    DONE,
    /** The index before is still live, unless it failed while retiring that. */
    FAILED
  }

  /**
   * How the index before differed.
   *
   * @param compared references that were compared
   * @param missing those that it lacked
   * @param surplus those that it alone had
   * @param different those that both had, in another version
   * @param examples of all three, at most 100
   */
  public record Result(
      long compared, long missing, long surplus, long different, List<Drift> examples) {
    private static final int MOST_EXAMPLES = 100;

    static Result of(Differences found) {
      return new Result(
          found.checked(),
          found.missing(),
          found.surplus(),
          found.different(),
          found.drifts().stream().limit(MOST_EXAMPLES).toList());
    }
  }

  static RebuildStatus begun(Instant now) {
    return new RebuildStatus(State.READING, now, 0, 0, 0, 0, null, null);
  }

  RebuildStatus doing(State next) {
    return new RebuildStatus(next, startedAt, records, skipped, left, seconds, result, error);
  }

  RebuildStatus with(Result comparison) {
    return new RebuildStatus(state, startedAt, records, skipped, left, seconds, comparison, error);
  }

  /** It has read so many records more, of them so many unusable, and that many are left. */
  RebuildStatus reading(long read, long unusable, long nowLeft) {
    return new RebuildStatus(
        state, startedAt, records + read, skipped + unusable, nowLeft, seconds, result, error);
  }

  RebuildStatus failed(String reason) {
    return new RebuildStatus(
        State.FAILED, startedAt, records, skipped, left, seconds, result, reason);
  }

  RebuildStatus at(Instant now) {
    double passed = startedAt == null ? 0 : Duration.between(startedAt, now).toMillis() / 1000.0;
    return new RebuildStatus(state, startedAt, records, skipped, left, passed, result, error);
  }
}
