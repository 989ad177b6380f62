package dev.portolan.scorecard.result;

import dev.portolan.scorecard.evaluation.Standing;
import dev.portolan.scorecard.result.Result.ResultKey;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an evaluation means for the result that was there before. */
public sealed interface ResultChange {

  /** It says the same as before: nothing is published. */
  record Unchanged() implements ResultChange {}

  /** The level or the outcome of a rule is another, or there was no result before. */
  record Changed(Result now) implements ResultChange {}

  /** There was a result and there is none any more. */
  record Withdrawn(Result now) implements ResultChange {}

  /** The result as it is now, where it differs. */
  default Optional<Result> result() {
    return switch (this) {
      case Unchanged() -> Optional.empty();
      case Changed(Result now) -> Optional.of(now);
      case Withdrawn(Result now) -> Optional.of(now);
    };
  }

  /**
   * Decides.
   *
   * @param before the result that was there; null when there never was one
   * @param now how the entity stands; null when the scorecard is not for it
   * @param entityVersion the version of the entity that was evaluated
   */
  static ResultChange decide(
      ResultKey key,
      @Nullable Result before,
      @Nullable Standing now,
      long entityVersion,
      Instant at) {
    Standing then = before == null ? null : before.standing();
    if (Objects.equals(then, now)) {
      return new Unchanged();
    }
    long version = before == null ? 1 : before.version() + 1;
    Result result = new Result(key, version, now, entityVersion, at);
    return now == null ? new Withdrawn(result) : new Changed(result);
  }
}
