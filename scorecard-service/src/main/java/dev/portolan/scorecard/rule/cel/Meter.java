package dev.portolan.scorecard.rule.cel;

import com.google.protobuf.ByteString;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.values.CelByteString;
import dev.cel.runtime.CelEvaluationListener;
import dev.portolan.scorecard.rule.Budget;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts what an evaluation costs, step by step, and ends it when that is more than its budget.
 *
 * <p>A step may at most double what there was, so looking after each step is early enough. What a
 * step makes is weighed with all that is in it, for {@code [a, a]} takes no memory and yet costs
 * whoever compares it twice as much as {@code a}. What it only reads was weighed when it was made,
 * or belongs to the entity, whose size is bounded.
 */
final class Meter implements CelEvaluationListener {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  static final long STEP = 4;

  /** A list that grows by one in each step of a loop is copied each time. */
  private static final int ELEMENTS_PER_UNIT = 4;

  private static final int CHARACTERS_PER_UNIT = 8;

  /** Whoever has spent less is not timed: a pause of the machine is no fault of a plain rule. */
  private static final long NOT_TIMED = 20_000;

  private static final long BETWEEN_LOOKS_AT_THE_CLOCK = 1_000;

  /** Calls that answer one of their arguments, or a part of one. */
  private static final Set<String> READING = Set.of("_[_]", "_?_:_");

  private static final String JOINING = "_+_";

  private final long limit;

  /** When it had spent enough to be timed; asking for the time costs more than a plain rule. */
  private long started;

  private final long nanos;
  private long spent;
  private long nextLook = NOT_TIMED;
  private boolean late;

  Meter(Budget budget) {
    limit = budget.cost();
    nanos = budget.nanos();
  }

  /** An error, because the interpreter takes exceptions for the value of {@code a || b}. */
  static final class OverBudgetError extends Error {
    private static final long serialVersionUID = 1;

    private OverBudgetError() {
      super("over budget", null, false, false);
    }
  }

  @Override
  public void callback(CelExpr step, @Nullable Object value) {
    spend(STEP);
    if (value instanceof String text) {
      spend(text.length() / CHARACTERS_PER_UNIT);
    } else if (value instanceof CelByteString bytes) {
      spend(bytes.size());
    } else if (value instanceof ByteString bytes) {
      spend(bytes.size());
    } else if (value instanceof Collection<?> list && isJoinedBy(step)) {
      spend(list.size() / ELEMENTS_PER_UNIT);
    } else if (value != null && isMadeBy(step)) {
      weigh(value);
    }
  }

  private static boolean isJoinedBy(CelExpr step) {
    return step.getKind() == Kind.CALL && step.call().function().equals(JOINING);
  }

  private static boolean isMadeBy(CelExpr step) {
    return switch (step.getKind()) {
      case CALL -> !READING.contains(step.call().function());
      case LIST, MAP, STRUCT -> true;
      default -> false;
    };
  }

  /** Ends with the budget, however often the same is in it. */
  private void weigh(Object value) {
    switch (value) {
      case String text -> spend(1 + text.length() / CHARACTERS_PER_UNIT);
      case Collection<?> list -> {
        spend(1);
        for (Object element : list) {
          weigh(element);
        }
      }
      case Map<?, ?> map -> {
        spend(1);
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          weigh(entry.getKey());
          weigh(entry.getValue());
        }
      }
      default -> spend(1);
    }
  }

  private void spend(long units) {
    spent += units;
    if (spent > nextLook) {
      look();
    }
    if (isOverBudget()) {
      throw new OverBudgetError();
    }
  }

  private void look() {
    if (started == 0) {
      started = nanosOfThread();
    }
    nextLook = spent + BETWEEN_LOOKS_AT_THE_CLOCK;
    late = nanosSpent() > nanos;
  }

  boolean isOverBudget() {
    return spent > limit || late;
  }

  /** Whether it was the time that ran out. */
  boolean isLate() {
    return late;
  }

  long spent() {
    return spent;
  }

  /** How long it took since it was timed; 0 of a plain rule. */
  long nanosSpent() {
    return started == 0 ? 0 : nanosOfThread() - started;
  }

  /**
   * The thread's own time where the machine tells it: on a busy machine the others' would count.
   */
  private static long nanosOfThread() {
    return Thread.currentThread().isVirtual()
        ? System.nanoTime()
        : THREADS.getCurrentThreadCpuTime();
  }
}
