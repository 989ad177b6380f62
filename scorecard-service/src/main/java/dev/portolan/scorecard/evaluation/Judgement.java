package dev.portolan.scorecard.evaluation;

import dev.portolan.scorecard.rule.CompiledScorecard;
import dev.portolan.scorecard.rule.Situation;
import java.time.Instant;
import java.util.Set;

/** Tells how an entity stands by a scorecard now. */
@FunctionalInterface
public interface Judgement {
  /** From its situation alone. */
  Judgement WHOLE = (scorecard, situation, _, _, now) -> Evaluation.of(scorecard, situation, now);

  /**
   * How it stands.
   *
   * @param before how it stood, and until when
   * @param touched the paths that changed, as {@link dev.portolan.scorecard.rule.Reads} names them
   */
  Judged of(
      CompiledScorecard scorecard,
      Situation situation,
      Judged before,
      Set<String> touched,
      Instant now);
}
