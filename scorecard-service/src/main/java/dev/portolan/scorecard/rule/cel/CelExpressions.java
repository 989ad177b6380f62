package dev.portolan.scorecard.rule.cel;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.portolan.scorecard.rule.Condition;
import dev.portolan.scorecard.rule.Reads;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Compiles CEL expressions over what a {@link dev.portolan.scorecard.rule.Situation} holds. */
final class CelExpressions {
  /** The longest expression that is taken, in characters. */
  static final int LONGEST = 4_000;

  /** How many steps all loops of an expression may take together on one entity. */
  static final int MOST_ITERATIONS = 10_000;

  private static final int MOST_NODES = 2_000;
  private static final int DEEPEST = 64;
  private static final int LARGEST_REGEX = 300;

  private final LongAdder evaluations;

  /**
   * The interpreter, not the newer planner: the planner converts the whole value behind each
   * attribute anew, which on plain maps made it five times slower on small entities and a hundred
   * times on one with a long list.
   */
  private final Cel cel =
      CelFactory.legacyCelBuilder()
          .setOptions(
              CelOptions.current()
                  .maxExpressionCodePointSize(LONGEST)
                  .maxParseExpressionNodeCount(MOST_NODES)
                  .maxParseRecursionDepth(DEEPEST)
                  .comprehensionMaxIterations(MOST_ITERATIONS)
                  .maxRegexProgramSize(LARGEST_REGEX)
                  .enableHeterogeneousNumericComparisons(true)
                  .build())
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .setTypeProvider(new EntityType())
          .addVar(CelCondition.ENTITY, EntityType.ENTITY)
          .addVar(CelCondition.RELATED, RelatedType.RELATED)
          .addVar(CelCondition.FACTS, MapType.create(SimpleType.STRING, SimpleType.DYN))
          .addVar(CelCondition.GRAPH, EntityType.GRAPH)
          .addVar(CelCondition.SCORECARDS, MapType.create(SimpleType.STRING, EntityType.STANDING))
          .addFunctionDeclarations(Clockwork.DECLARATIONS)
          .addFunctionDeclarations(Numbers.DECLARATIONS)
          .addFunctionBindings(Clockwork.BINDINGS)
          .addFunctionBindings(Numbers.BINDINGS)
          .build();

  /**
   * Compiles.
   *
   * @param evaluations counts how often one of its conditions is evaluated
   */
  CelExpressions(LongAdder evaluations) {
    this.evaluations = evaluations;
  }

  sealed interface Compilation {}

  /** It compiles. */
  record Compiled(Condition condition) implements Compilation {}

  /** It does not, for at least one reason. */
  record Refused(List<Issue> issues) implements Compilation {}

  /** What is wrong, and where: line and column count from 1. */
  record Issue(int line, int column, String message) {}

  Compilation compile(String expression) {
    CelValidationResult checked;
    try {
      checked = cel.compile(expression);
    } catch (RuntimeException e) {
      return refused(String.valueOf(e.getMessage()));
    }
    if (checked.hasError()) {
      return new Refused(checked.getErrors().stream().map(CelExpressions::issue).toList());
    }
    try {
      CelAbstractSyntaxTree ast = checked.getAst();
      CelType type = ast.getResultType();
      Reads reads = ReadsOf.expression(ast.getExpr());
      if (reads.paths().contains(Reads.SCORECARDS)) {
        return refused("names no scorecard: write scorecards['default/production-readiness']");
      }
      return SimpleType.BOOL.isAssignableFrom(type) || SimpleType.DYN.equals(type)
          ? new Compiled(
              new CelCondition(
                  cel.createProgram(ast), reads, evaluations, plainSteps(ast.getExpr())))
          : refused("is of type " + type.name() + "; a condition is true or false");
    } catch (CelValidationException | CelEvaluationException e) {
      return refused(String.valueOf(e.getMessage()));
    }
  }

  private static int plainSteps(CelExpr expression) {
    return PlainExpression.is(expression) ? PlainExpression.steps(expression) : 0;
  }

  /** CEL counts lines from 1 and columns from 0. */
  private static Issue issue(CelIssue issue) {
    return new Issue(
        Math.max(1, issue.getSourceLocation().getLine()),
        Math.max(0, issue.getSourceLocation().getColumn()) + 1,
        Suggestion.added(issue.getMessage()));
  }

  private static Refused refused(String message) {
    return new Refused(List.of(new Issue(1, 1, message)));
  }
}
