package dev.portolan.scorecard.rule.cel;

import dev.cel.common.ast.CelExpr;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells expressions that cannot cost much, whatever the entity is: they have no loop, make nothing,
 * and search no text. Each of their steps is taken once at most, so counting them while they are
 * taken would only make them dearer.
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

  private PlainExpression() {}

  /** Whether it is one. */
  static boolean is(CelExpr expression) {
    return switch (expression.getKind()) {
      case CONSTANT, IDENT -> true;
      case SELECT -> is(expression.select().operand());
      case LIST -> expression.list().elements().stream().allMatch(PlainExpression::is);
      case CALL ->
          PLAIN.contains(expression.call().function())
              && Stream.concat(
                      expression.call().target().stream(), expression.call().args().stream())
                  .allMatch(PlainExpression::is);
      default -> false;
    };
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
