package dev.portolan.scorecard.rule.cel;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells expressions that cannot cost much, whatever the entity is: they have no loop, make nothing,
 * and search little: for a short text, or for a pattern in a name, which is short. Each of their
 * steps is taken once at most, so counting them while they are taken would only make them dearer.
 */
final class PlainExpression {
  private static final String CONTAINS = "contains";
  private static final String MATCHES = "matches";

  private static final Set<String> PLAIN =
      Set.of(
          "_&&_",
          "_||_",
          "!_",
          "_==_",
          "_!=_",
          "_<_",
          "_<=_",
          "_>_",
          "_>=_",
          "@in",
          "_[_]",
          "_?_:_",
          "size",
          "startsWith",
          "endsWith",
          "within",
          "daysSince",
          "daysUntil",
          "hoursBetween",
          "@not_strictly_false");

  /**
   * Searches, all of which take two milliseconds together where they are as slow as they can be:
   * for a text of {@link #SHORT_TEXT} characters in the longest text of which conditions see all.
   */
  private static final int FEW_SEARCHES = 4;

  private static final int SHORT_TEXT = 20;

  /** Fields of an entity that its naming rules keep short. */
  private static final Set<String> SHORT_FIELDS = Set.of("kind", "namespace", "name");

  private PlainExpression() {}

  /** Whether it is one. */
  static boolean is(CelExpr expression) {
    return isOfCheapSteps(expression) && searches(expression) <= FEW_SEARCHES;
  }

  private static boolean isOfCheapSteps(CelExpr expression) {
    boolean isCheap =
        switch (expression.getKind()) {
          case CONSTANT, IDENT, SELECT, LIST -> true;
          case CALL -> isCheap(expression.call());
          default -> false;
        };
    return isCheap && parts(expression).allMatch(PlainExpression::isOfCheapSteps);
  }

  private static boolean isCheap(CelExpr.CelCall call) {
    return switch (call.function()) {
      case CONTAINS -> call.args().stream().allMatch(PlainExpression::isShortText);
      case MATCHES ->
          call.target().stream().allMatch(PlainExpression::isShortField)
              && call.args().stream().allMatch(arg -> arg.getKind() == Kind.CONSTANT);
      default -> PLAIN.contains(call.function());
    };
  }

  private static boolean isShortText(CelExpr searched) {
    return searched.getKind() == Kind.CONSTANT
        && searched.constant().getKind() == CelConstant.Kind.STRING_VALUE
        && searched.constant().stringValue().length() <= SHORT_TEXT;
  }

  private static boolean isShortField(CelExpr text) {
    return text.getKind() == Kind.SELECT
        && !text.select().testOnly()
        && SHORT_FIELDS.contains(text.select().field())
        && text.select().operand().getKind() == Kind.IDENT
        && text.select().operand().ident().name().equals(CelCondition.ENTITY);
  }

  private static int searches(CelExpr expression) {
    int own = expression.getKind() == Kind.CALL && isSearch(expression.call()) ? 1 : 0;
    return own + parts(expression).mapToInt(PlainExpression::searches).sum();
  }

  private static boolean isSearch(CelExpr.CelCall call) {
    return call.function().equals(CONTAINS) || call.function().equals(MATCHES);
  }

  /** How many steps it has at most. */
  static int steps(CelExpr expression) {
    return 1 + parts(expression).mapToInt(PlainExpression::steps).sum();
  }

  /** What it is put together of; of what is no plain expression nothing. */
  private static Stream<CelExpr> parts(CelExpr expression) {
    return switch (expression.getKind()) {
      case SELECT -> Stream.of(expression.select().operand());
      case LIST -> expression.list().elements().stream();
      case CALL ->
          Stream.concat(expression.call().target().stream(), expression.call().args().stream());
      default -> Stream.empty();
    };
  }
}
