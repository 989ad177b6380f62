package dev.portolan.scorecard.evaluation;

import dev.portolan.scorecard.rule.CompiledScorecard;
import dev.portolan.scorecard.rule.Facts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells how an entity stands by a scorecard now. */
@FunctionalInterface
public interface Judgement {
  /** From the facts alone. */
  Judgement WHOLE = (scorecard, facts, _) -> Evaluation.of(scorecard, facts);

  /**
   * How it stands; empty when the scorecard is not for it.
   *
   * @param before how it stood; null when the scorecard was not for it
   */
  Optional<Standing> of(CompiledScorecard scorecard, Facts facts, @Nullable Standing before);
}
