package dev.portolan.scorecard.rule.cel;

import dev.portolan.scorecard.rule.CompiledScorecard;
import dev.portolan.scorecard.rule.Condition;
import dev.portolan.scorecard.rule.Problem;
import dev.portolan.scorecard.rule.Proof;
import dev.portolan.scorecard.rule.Rule;
import dev.portolan.scorecard.rule.RuleCondition;
import dev.portolan.scorecard.rule.Scorecard;
import dev.portolan.scorecard.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Makes a scorecard ready to be evaluated, and lists what is wrong with it. */
public final class CelScorecardCompiler {
  private static final Verdict HOLDS = new Verdict.Holds();

  private final CelExpressions expressions;

  /** Compiles, and counts nothing. */
  public CelScorecardCompiler() {
    this(new LongAdder());
  }

  /**
   * Compiles.
   *
   * @param evaluations counts how often a filter or rule is evaluated
   */
  public CelScorecardCompiler(LongAdder evaluations) {
    this.expressions = new CelExpressions(evaluations);
  }

  /** Never throws for what a scorecard says: what does not compile is a condition that breaks. */
  public CompiledScorecard compile(Scorecard scorecard) {
    List<Problem> problems = new ArrayList<>(scorecard.problems());
    Condition filter = filter(scorecard.filter(), problems);
    List<Condition> conditions = new ArrayList<>();
    for (int i = 0; i < scorecard.rules().size(); i++) {
      conditions.add(condition(scorecard, i, problems));
    }
    if (scorecard.rules().stream().allMatch(rule -> isSpoiled(rule, problems))) {
      problems.add(
          new Problem(
              "/spec/rules",
              null,
              "not one rule can be evaluated, so no entity reaches a level; mend the rules"));
    }
    return new CompiledScorecard(scorecard, filter, List.copyOf(conditions), List.copyOf(problems));
  }

  private static boolean isSpoiled(Rule rule, List<Problem> problems) {
    return problems.stream().anyMatch(problem -> rule.id().equals(problem.rule()));
  }

  /** A filter that does not compile lets nothing through: it cannot be told whom it means. */
  private Condition filter(@Nullable String filter, List<Problem> problems) {
    return filter == null ? (_, _) -> HOLDS : compiled(filter, "/spec/filter", null, problems);
  }

  private Condition condition(Scorecard scorecard, int position, List<Problem> problems) {
    Rule rule = scorecard.rules().get(position);
    String field = "/spec/rules/" + position;
    Condition when =
        rule.when() == null
            ? (_, _) -> HOLDS
            : compiled(rule.when(), field + "/when", rule.id(), problems);
    return new RuleCondition(
        scorecard.ref(), rule.id(), when, proof(scorecard, rule, field, problems));
  }

  private Condition proof(Scorecard scorecard, Rule rule, String field, List<Problem> problems) {
    for (Problem problem : problems) {
      if (rule.id().equals(problem.rule())) {
        return broken(problem);
      }
    }
    return switch (rule.proof()) {
      case Proof.Expression(String cel) ->
          compiled(cel, field + "/expression", rule.id(), problems);
      case Proof.Manual manual -> manual.condition(scorecard.ref(), rule.id());
      case Proof.Elsewhere elsewhere -> elsewhere.condition();
    };
  }

  private Condition compiled(
      String expression, String field, @Nullable String rule, List<Problem> problems) {
    return switch (expressions.compile(expression)) {
      case CelExpressions.Compiled(Condition condition) -> condition;
      case CelExpressions.Refused(List<CelExpressions.Issue> issues) -> {
        int first = problems.size();
        issues.forEach(
            issue ->
                problems.add(
                    new Problem(field, rule, issue.line(), issue.column(), issue.message())));
        yield broken(problems.get(first));
      }
    };
  }

  private static Condition broken(Problem problem) {
    Verdict verdict = new Verdict.Broken(problem.text());
    return (_, _) -> verdict;
  }
}
