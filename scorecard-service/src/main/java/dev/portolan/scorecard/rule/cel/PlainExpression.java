package dev.portolan.scorecard.rule.cel;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells expressions that cannot cost much, whatever the entity is: they have no loop, make nothing,
 * and search for no more than a few words, or for a pattern in a name, which is short. Each of
 * their steps is taken once at most, so counting them while they are taken would only make them
 * dearer.
 */
final class PlainExpression {
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

  /** Characters: so many searches as an expression has room for take no tenth of a second. */
  private static final int FEW = 100;

  /** Fields of an entity that its naming rules keep short. */
  private static final Set<String> SHORT = Set.of("kind", "namespace", "name");

  private PlainExpression() {}

  /** Whether it is one. */
  static boolean is(CelExpr expression) {
    return switch (expression.getKind()) {
      case CONSTANT, IDENT -> true;
      case SELECT -> is(expression.select().operand());
      case LIST -> expression.list().elements().stream().allMatch(PlainExpression::is);
      case CALL ->
          isCheap(expression.call())
              && Stream.concat(
                      expression.call().target().stream(), expression.call().args().stream())
                  .allMatch(PlainExpression::is);
      default -> false;
    };
  }

  private static boolean isCheap(CelExpr.CelCall call) {
    return switch (call.function()) {
      case "contains" -> call.args().stream().allMatch(PlainExpression::isFewWords);
      case "matches" ->
          call.target().stream().allMatch(PlainExpression::isShort)
              && call.args().stream().allMatch(arg -> arg.getKind() == Kind.CONSTANT);
      default -> PLAIN.contains(call.function());
    };
  }

  private static boolean isFewWords(CelExpr searched) {
    return searched.getKind() == Kind.CONSTANT
        && searched.constant().getKind() == CelConstant.Kind.STRING_VALUE
        && searched.constant().stringValue().length() <= FEW;
  }

  private static boolean isShort(CelExpr text) {
    return text.getKind() == Kind.SELECT
        && !text.select().testOnly()
        && SHORT.contains(text.select().field())
        && text.select().operand().getKind() == Kind.IDENT
        && text.select().operand().ident().name().equals(CelCondition.ENTITY);
  }

  /** How many steps it has at most. */
  static int steps(CelExpr expression) {
    return 1
        + switch (expression.getKind()) {
          case SELECT -> steps(expression.select().operand());
          case LIST -> expression.list().elements().stream().mapToInt(PlainExpression::steps).sum();
          case CALL ->
              Stream.concat(expression.call().target().stream(), expression.call().args().stream())
                  .mapToInt(PlainExpression::steps)
                  .sum();
          default -> 0;
        };
  }
}
