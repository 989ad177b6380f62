package dev.portolan.scorecard.rule.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import dev.portolan.scorecard.rule.Budget;
import dev.portolan.scorecard.rule.Condition;
import dev.portolan.scorecard.rule.Reads;
import dev.portolan.scorecard.rule.Situation;
import dev.portolan.scorecard.rule.Trial;
import dev.portolan.scorecard.rule.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** A compiled expression. */
final class CelCondition implements Condition {
  static final String ENTITY = "entity";
  static final String RELATED = "related";
  static final String FACTS = "facts";
  static final String GRAPH = "graph";
  static final String SCORECARDS = "scorecards";
  static final Verdict TOO_COSTLY = new Verdict.Broken("could not be evaluated: too costly");

  /**
   * Out of time on so many entities one after another, it is not tried on further ones: that would
   * hold up the stream by a tenth of a second for each. A new version of the scorecard is tried.
   */
  static final int LATE_IN_A_ROW = 10;

  private static final int LONGEST_REASON = 500;
  private static final Verdict HOLDS = new Verdict.Holds();
  private static final Verdict FAILS = new Verdict.Fails(null);

  private final CelRuntime.Program program;
  private final Reads reads;
  private final Set<String> relations;
  private final boolean asksForTheTime;
  private final LongAdder evaluations;

  /** What a plain expression costs; 0 of one whose steps are to be counted. */
  private final long cost;

  private final AtomicInteger late = new AtomicInteger();

  /**
   * A compiled expression.
   *
   * @param plainSteps how many steps it has when it is a {@link PlainExpression}; 0 when it is none
   */
  CelCondition(CelRuntime.Program program, Reads reads, LongAdder evaluations, int plainSteps) {
    this.program = program;
    this.cost = plainSteps * Meter.STEP;
    this.evaluations = evaluations;
    this.reads = reads;
    this.relations = reads.relations();
    this.asksForTheTime = reads.paths().contains(Reads.TIME);
  }

  @Override
  public Reads reads() {
    return reads;
  }

  @Override
  public Verdict on(Situation situation, Trial trial) {
    Budget budget = trial.budget();
    if (budget.cost() == 0 || late.get() >= LATE_IN_A_ROW) {
      return TOO_COSTLY;
    }
    for (String relation : relations) {
      if (situation.tooMany().contains(relation)) {
        return broken(
            "more than %,d are related by %s, which is more than a rule looks at"
                .formatted(Situation.MOST_RELATED, relation));
      }
    }
    evaluations.increment();
    if (cost > 0) {
      budget.spend(cost, 0);
      return asksForTheTime ? timed(trial, () -> plain(situation)) : plain(situation);
    }
    Meter meter = new Meter(budget);
    Verdict verdict =
        asksForTheTime ? timed(trial, () -> metered(situation, meter)) : metered(situation, meter);
    budget.spend(meter.spent(), meter.nanosSpent());
    if (meter.isLate()) {
      late.incrementAndGet();
    } else {
      late.set(0);
    }
    return verdict;
  }

  private static Verdict timed(
      Trial trial, ScopedValue.CallableOp<Verdict, RuntimeException> work) {
    return ScopedValue.where(Clockwork.MOMENT, trial.moment()).call(work);
  }

  private Verdict plain(Situation situation) {
    try {
      return verdict(program.eval(variables(situation)));
    } catch (CelEvaluationException | RuntimeException | StackOverflowError e) {
      return broken(String.valueOf(e.getMessage()));
    }
  }

  /** Catches all there is: a fault of the interpreter on one rule must not stop the others. */
  private Verdict metered(Situation situation, Meter meter) {
    try {
      return verdict(program.trace(variables(situation), meter));
    } catch (Meter.OverBudgetError e) {
      return TOO_COSTLY;
    } catch (CelEvaluationException | RuntimeException | StackOverflowError e) {
      return broken(String.valueOf(e.getMessage()));
    }
  }

  /** Asked by name: CEL would copy a map of all of them for each evaluation. */
  private static CelVariableResolver variables(Situation situation) {
    return name ->
        switch (name) {
          case ENTITY -> Optional.of(situation.facts().entity());
          case RELATED -> Optional.of(situation.related());
          case FACTS -> Optional.of(situation.measured());
          case GRAPH -> Optional.of(situation.graph());
          case SCORECARDS -> Optional.of(situation.scorecards());
          default -> Optional.empty();
        };
  }

  /** Anything but true and false is neither; CEL answers a set of unknowns, for one. */
  private static Verdict verdict(@Nullable Object value) {
    if (value instanceof Boolean holds) {
      return holds ? HOLDS : FAILS;
    }
    return broken("is neither true nor false but " + shown(value));
  }

  /** Not what is in a list: its text could be much longer than itself. */
  private static String shown(@Nullable Object value) {
    return switch (value) {
      case List<?> _ -> "a list";
      case Map<?, ?> _ -> "a map";
      case null, default -> String.valueOf(value);
    };
  }

  private static Verdict broken(String reason) {
    return new Verdict.Broken(
        reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…");
  }
}
