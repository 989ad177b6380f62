package dev.portolan.scorecard.rule.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.portolan.scorecard.rule.Condition;
import dev.portolan.scorecard.rule.Facts;
import dev.portolan.scorecard.rule.Verdict;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A compiled expression. */
final class CelCondition implements Condition {
  static final String ENTITY = "entity";

  private static final int LONGEST_REASON = 500;
  private static final Verdict HOLDS = new Verdict.Holds();
  private static final Verdict FAILS = new Verdict.Fails();

  private final CelRuntime.Program program;

  CelCondition(CelRuntime.Program program) {
    this.program = program;
  }

  /** Catches all there is: a fault of the interpreter on one rule must not stop the others. */
  @Override
  public Verdict on(Facts facts) {
    try {
      return verdict(program.eval(Map.of(ENTITY, facts.entity())));
    } catch (CelEvaluationException | RuntimeException | StackOverflowError e) {
      return broken(String.valueOf(e.getMessage()));
    }
  }

  /** Anything but true and false is neither; CEL answers a set of unknowns, for one. */
  private static Verdict verdict(@Nullable Object value) {
    if (value instanceof Boolean holds) {
      return holds ? HOLDS : FAILS;
    }
    return broken("is neither true nor false but " + value);
  }

  private static Verdict broken(String reason) {
    return new Verdict.Broken(
        reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…");
  }
}
