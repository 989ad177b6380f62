package dev.portolan.cli.importing.cortex;

import dev.portolan.cli.importing.Cel;
import dev.portolan.cli.importing.Condition;
import dev.portolan.cli.importing.FactNames;
import dev.portolan.cli.importing.Names;
import dev.portolan.cli.importing.UntranslatableException;
import dev.portolan.cli.importing.cortex.Value.Sort;
import dev.portolan.cli.importing.cql.Cql;
import dev.portolan.cli.importing.cql.Cql.Operator;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says in CEL what an expression of CQL says, or why that cannot be said.
 *
 * <p>What nobody reported is null in CQL and absent in CEL, where to look at it is an error. So
 * each look is guarded: equality finds null unequal to all values, as CQL does; more and less, and
 * regular expressions, hold of nothing that is not there, whether negated or not.
 */
final class CqlToCel {
  private final Scope scope;
  private final Lists lists;
  private final Values values;

  CqlToCel(Scope scope) {
    this.scope = scope;
    this.lists = new Lists(scope);
    this.values = new Values(scope);
  }

  /**
   * The expression in CEL.
   *
   * @param notes gets what whoever takes it over should know
   */
  static Condition translate(Cql expression, FactNames facts, List<String> notes)
      throws UntranslatableException {
    return new CqlToCel(Scope.of(facts, notes)).condition(expression);
  }

  /** The condition. */
  Condition condition(Cql expression) throws UntranslatableException {
    return condition(expression, true);
  }

  /** The condition, or that it does not hold. */
  private Condition condition(Cql expression, boolean holds) throws UntranslatableException {
    return switch (expression) {
      case Cql.Not(Cql inner) -> condition(inner, !holds);
      case Cql.And(Cql left, Cql right) -> {
        List<Condition> both = List.of(condition(left, holds), condition(right, holds));
        yield holds ? Condition.all(both) : Condition.any(both);
      }
      case Cql.Or(Cql left, Cql right) -> {
        List<Condition> both = List.of(condition(left, holds), condition(right, holds));
        yield holds ? Condition.any(both) : Condition.all(both);
      }
      case Cql.Comparison(Cql left, Operator operator, Cql right) ->
          comparison(left, holds ? operator : operator.opposite(), right);
      case Cql.Call call -> call(call, holds);
      case Cql.Bool(boolean value) -> Condition.call(String.valueOf(value == holds));
      case Cql.Field _ -> isTrue(values.value(expression), holds);
      case Cql.Text _,
          Cql.Amount _,
          Cql.Null _,
          Cql.Name _,
          Cql.Listing _,
          Cql.Lambda _,
          Cql.Arithmetic _ ->
          throw new UntranslatableException(Shown.of(expression) + " is no condition");
    };
  }

  private Condition comparison(Cql left, Operator operator, Cql right)
      throws UntranslatableException {
    if (isConstant(left) && !isConstant(right)) {
      return comparison(right, operator.swapped(), left);
    }
    if (right instanceof Cql.Null) {
      return presence(left, operator);
    }
    if (right instanceof Cql.Text(String type) && Values.isCall(left, "entity", "type")) {
      Condition isOf = Kinds.isOf(type);
      return switch (operator) {
        case EQUAL -> isOf;
        case UNEQUAL -> Condition.not(isOf);
        default -> throw new UntranslatableException("types are not ordered");
      };
    }
    if (right instanceof Cql.Amount(BigDecimal number) && left instanceof Cql.Field field) {
      Condition count = count(field, operator, number);
      if (count != null) {
        return count;
      }
    }
    return compared(values.value(left), operator, values.value(right));
  }

  private Condition presence(Cql value, Operator operator) throws UntranslatableException {
    if (!operator.isEquality()) {
      throw new UntranslatableException("nothing is more or less than null");
    }
    Condition present = values.presence(value);
    return operator == Operator.UNEQUAL ? present : Condition.not(present);
  }

  private @Nullable Condition count(Cql.Field field, Operator operator, BigDecimal number)
      throws UntranslatableException {
    if (!field.name().equals("length") || !(field.target() instanceof Cql.Call call)) {
      return null;
    }
    if (call.target() == null && call.function().equals("slos")) {
      return objectives(call, operator, number);
    }
    if (Values.isCall(call, "git", "pullRequests")) {
      return openPullRequests(call, operator, number);
    }
    Items items = lists.items(call);
    return items == null ? null : items.count(operator, number);
  }

  /** The fact {@code slo} is one objective: whether there is any can be told, and no more. */
  private static Condition objectives(Cql.Call call, Operator operator, BigDecimal number)
      throws UntranslatableException {
    boolean any =
        number.signum() == 0 && (operator == Operator.MORE || operator == Operator.UNEQUAL);
    boolean one = number.compareTo(BigDecimal.ONE) == 0 && operator == Operator.AT_LEAST;
    if (call.arguments().isEmpty() && (any || one)) {
      return Cel.has("facts", "slo");
    }
    throw new UntranslatableException(
        "the fact slo is one objective, so that no more can be told than slos().length > 0");
  }

  private Condition openPullRequests(Cql.Call call, Operator operator, BigDecimal number)
      throws UntranslatableException {
    if (!Lists.text(call, "status").equalsIgnoreCase("OPEN")) {
      throw Reasons.argument(call, "is translated with status = \"OPEN\" alone");
    }
    Value open =
        new Value(
            "facts.git.openPullRequests",
            List.of(Cel.has("facts", "git"), Cel.has("facts.git", "openPullRequests")),
            Sort.NUMBER);
    return open.and(open.cel() + " " + operator.sign() + " " + number.toPlainString());
  }

  private static Condition compared(Value left, Operator operator, Value right)
      throws UntranslatableException {
    String cel = left.cel() + " " + operator.sign() + " " + right.cel();
    if (!operator.isEquality()) {
      if (isNoNumber(left) || isNoNumber(right)) {
        throw new UntranslatableException("only numbers are more or less than others: " + cel);
      }
      return Condition.all(left.and(right.and(cel)));
    }
    if (!left.guards().isEmpty() && !right.guards().isEmpty()) {
      throw new UntranslatableException("both of what is compared may be missing: " + cel);
    }
    Value guarded = left.guards().isEmpty() ? right : left;
    return operator == Operator.EQUAL ? guarded.and(cel) : guarded.unlessAbsent(cel);
  }

  private Condition call(Cql.Call call, boolean holds) throws UntranslatableException {
    Cql target = call.target();
    if (target == null) {
      return call.function().equals("hasGroup")
          ? negatedUnless(holds, group(call))
          : isTrue(values.value(call), holds);
    }
    return switch (call.function()) {
      case "matches" -> matching(call, target, "^(?:" + Lists.text(call, null) + ")$", holds);
      case "matchesIn" -> matching(call, target, Lists.text(call, null), holds);
      case "any", "all" -> quantified(call, target, holds);
      default -> isTrue(values.value(call), holds);
    };
  }

  /** Groups of Cortex are tags of Portolan. */
  private static Condition group(Cql.Call call) throws UntranslatableException {
    String group = Lists.text(call, null);
    if (!Names.isTag(group)) {
      throw new UntranslatableException(
          "no tag can be called '"
              + group
              + "': lower-case letters, digits and :+#, in runs separated by a hyphen");
    }
    return Condition.of(Cel.text(group) + " in entity.tags");
  }

  /**
   * That {@code matches} asks for the whole text and {@code matchesIn} for a part is how Cortex's
   * own scorecards use them: {@code entity.tag().matches(".*claude.*")} and {@code
   * group.name.matchesIn("tier-")}.
   */
  private Condition matching(Cql.Call call, Cql target, String pattern, boolean holds)
      throws UntranslatableException {
    Value value = values.value(target);
    if (value.sort() != Sort.TEXT && value.sort() != Sort.ANY) {
      throw Reasons.unknown(call);
    }
    String cel = value.cel() + ".matches(" + Cel.regex(pattern) + ")";
    return value.and(negatedUnless(holds, Condition.call(cel)));
  }

  private Condition quantified(Cql.Call call, Cql target, boolean holds)
      throws UntranslatableException {
    Items items = lists.items(target);
    if (items == null) {
      throw Reasons.unknown(target);
    }
    if (call.arguments().size() != 1
        || !(call.arguments().getFirst().value() instanceof Cql.Lambda(String name, Cql body))) {
      throw Reasons.argument(call, "takes one function");
    }
    CqlToCel inner = new CqlToCel(scope.in(name, items));
    boolean any = call.function().equals("any");
    // That all are so is that none is otherwise.
    Condition sought = inner.condition(body, any);
    return any == holds ? items.anyIs(sought) : items.noneIs(sought);
  }

  private static Condition isTrue(Value value, boolean holds) throws UntranslatableException {
    return switch (value.sort()) {
      case BOOL -> value.and(negatedUnless(holds, Condition.of(value.cel())));
      case ANY -> value.and(value.cel() + " == " + holds);
      case TEXT, NUMBER -> throw new UntranslatableException(value.cel() + " is no condition");
    };
  }

  private static Condition negatedUnless(boolean holds, Condition condition) {
    return holds ? condition : Condition.not(condition);
  }

  private static boolean isNoNumber(Value value) {
    return value.sort() == Sort.TEXT || value.sort() == Sort.BOOL;
  }

  private static boolean isConstant(Cql expression) {
    return expression instanceof Cql.Text
        || expression instanceof Cql.Amount
        || expression instanceof Cql.Bool
        || expression instanceof Cql.Null;
  }
}
