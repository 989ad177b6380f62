package dev.portolan.cli.importing.cortex;

import dev.portolan.cli.importing.UntranslatableException;
import dev.portolan.cli.importing.cql.Cql;
import dev.portolan.cli.importing.cql.Cql.Operator;
import java.util.OptionalInt;

/**
 * A rule that asks whether somebody verified the entity lately, as {@code
 * verifications().lastVerifiedAt().fromNow() > duration("P-90D")}: what Portolan calls a manual
 * rule. What is past has negative distances from now.
 */
final class Verification {
  private Verification() {}

  /** For how many days a verification counts; empty when the expression asks something else. */
  static OptionalInt days(Cql expression) throws UntranslatableException {
    return switch (expression) {
      case Cql.And(Cql present, Cql recent) when isPresence(present) -> recent(recent);
      case Cql.And(Cql recent, Cql present) when isPresence(present) -> recent(recent);
      default -> recent(expression);
    };
  }

  private static OptionalInt recent(Cql expression) throws UntranslatableException {
    if (expression instanceof Cql.Comparison(Cql age, Operator operator, Cql period)
        && (operator == Operator.MORE || operator == Operator.AT_LEAST)
        && age instanceof Cql.Call(Cql time, String function, var arguments)
        && function.equals("fromNow")
        && arguments.isEmpty()
        && time != null
        && isTime(time)
        && Period.isOne(period)) {
      int days = Period.of(period).days();
      return days < 0 ? OptionalInt.of(-days) : OptionalInt.empty();
    }
    return OptionalInt.empty();
  }

  private static boolean isPresence(Cql expression) {
    return expression instanceof Cql.Comparison(Cql time, Operator operator, Cql nothing)
        && operator == Operator.UNEQUAL
        && nothing instanceof Cql.Null
        && isTime(time);
  }

  private static boolean isTime(Cql expression) {
    return expression instanceof Cql.Call(Cql target, String function, var arguments)
        && function.equals("lastVerifiedAt")
        && arguments.isEmpty()
        && target instanceof Cql.Call(Cql source, String verifications, var none)
        && source == null
        && verifications.equals("verifications")
        && none.isEmpty();
  }
}
