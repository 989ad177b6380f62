package dev.portolan.catalog.rebuild;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the last rebuild is. It is complete when it is done and nothing was skipped.
 *
 * @param state what it is doing
 * @param startedAt null when none was ever asked for
 * @param records read of the topic so far
 * @param skipped those of the records that cannot be read or applied: no graph holds what they say
 * @param of how many there are to read, by offsets: compaction leaves fewer
 * @param seconds since it began, until it ended
 * @param result how the graphs differed; null until the new one is live
 * @param error why it failed; null unless it did
 */
public record RebuildStatus(
    State state,
    @Nullable Instant startedAt,
    long records,
    long skipped,
    long of,
    double seconds,
    @Nullable Comparison result,
    @Nullable String error) {

  /** No rebuild was ever asked for. */
  public static final RebuildStatus NONE =
      new RebuildStatus(State.NONE, null, 0, 0, 0, 0, null, null);

  /** What a rebuild does, in this order. */
  public enum State {
    /** Nothing was ever asked for. */
    NONE,
    /** Removes what an earlier one left. */
    CLEARING,
    /** Reads the topic into the next graph. */
    READING,
    /** Compares the two graphs and lets the next one take over. */
    COMPARING,
    /** The new graph is live; the one before is removed. */
    RETIRING,
    /** All is done. */
    DONE,
    /** The graph that was live before still is, unless there is a result. */
    FAILED
  }

  static RebuildStatus begun(Instant now) {
    return new RebuildStatus(State.CLEARING, now, 0, 0, 0, 0, null, null);
  }

  /** Whether something is still being done. */
  public boolean isRunning() {
    return state != State.NONE && state != State.DONE && state != State.FAILED;
  }

  /** Whether the graph that is live now holds all that the topic says. */
  public boolean isComplete() {
    return state == State.DONE && skipped == 0;
  }

  /** The same rebuild, doing that. */
  RebuildStatus doing(State next) {
    return new RebuildStatus(next, startedAt, records, skipped, of, seconds, result, error);
  }

  RebuildStatus with(Comparison comparison) {
    return new RebuildStatus(
        State.RETIRING, startedAt, records, skipped, of, seconds, comparison, error);
  }

  /** It has read so many records more, of them so many unusable, on the way to that many. */
  RebuildStatus reading(long read, long unusable, long all) {
    return new RebuildStatus(
        State.READING,
        startedAt,
        records + read,
        skipped + unusable,
        Math.max(of, all),
        seconds,
        result,
        error);
  }

  RebuildStatus at(Instant now) {
    double passed = startedAt == null ? 0 : Duration.between(startedAt, now).toMillis() / 1000.0;
    return new RebuildStatus(state, startedAt, records, skipped, of, passed, result, error);
  }

  /** It ended before its time, for that reason. */
  public RebuildStatus failed(String reason) {
    return new RebuildStatus(
        State.FAILED, startedAt, records, skipped, of, seconds, result, reason);
  }
}
