package dev.portolan.cli.importing.cortex;

import dev.portolan.cli.importing.Condition;
import dev.portolan.cli.importing.cql.Cql.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list in CEL, some of whose items may be meant.
 *
 * @param item what its items are
 * @param variable what an item is called in conditions
 * @param guard what must hold for the list to be there; null when it always is
 * @param absentIsEmpty whether a list that is not there has no items; if not, nobody said how many
 *     there are, and no condition on their number holds
 * @param meant which of the items are meant
 */
record Items(
    String cel,
    Item item,
    String variable,
    @Nullable Condition guard,
    boolean absentIsEmpty,
    List<Condition> meant) {

  enum Item {
    TAG("tag"),
    LINK("link"),
    DEPLOYMENT("deployment"),
    ENTITY("other"),
    REFERENCE("reference");

    final String word;

    Item(String word) {
      this.word = word;
    }
  }

  /** Those of them of which a condition holds as well. */
  Items of(Condition condition) {
    List<Condition> all = new ArrayList<>(meant);
    all.add(condition);
    return new Items(cel, item, variable, guard, absentIsEmpty, List.copyOf(all));
  }

  /** One of them is as a condition says. */
  Condition anyIs(Condition condition) {
    return guarded(exists(of(condition)), true);
  }

  /** None of them is as a condition says. */
  Condition noneIs(Condition condition) {
    return guarded(Condition.not(exists(of(condition))), false);
  }

  /** How many there are, compared with a number. */
  Condition count(Operator operator, BigDecimal number) {
    boolean zero = number.signum() == 0;
    boolean one = number.compareTo(BigDecimal.ONE) == 0;
    boolean some =
        (zero && (operator == Operator.MORE || operator == Operator.UNEQUAL))
            || (one && operator == Operator.AT_LEAST);
    boolean none =
        (zero && (operator == Operator.EQUAL || operator == Operator.AT_MOST))
            || (one && operator == Operator.LESS);
    if (some) {
      return guarded(exists(this), true);
    }
    if (none) {
      return guarded(Condition.not(exists(this)), false);
    }
    return size().and(size().cel() + " " + operator.sign() + " " + number.toPlainString());
  }

  /** How many there are. */
  Value size() {
    String all =
        meant.isEmpty()
            ? cel
            : cel + ".filter(" + variable + ", " + Condition.all(meant).cel() + ")";
    String size = "size(" + all + ")";
    if (guard == null) {
      return Value.of(size, Value.Sort.NUMBER);
    }
    return absentIsEmpty
        ? Value.of("(" + guard.cel() + " ? " + size + " : 0)", Value.Sort.NUMBER)
        : new Value(size, List.of(guard), Value.Sort.NUMBER);
  }

  private static Condition exists(Items items) {
    return items.meant.isEmpty()
        ? Condition.of("size(" + items.cel + ") > 0")
        : Condition.call(
            "%s.exists(%s, %s)"
                .formatted(items.cel, items.variable, Condition.all(items.meant).cel()));
  }

  private Condition guarded(Condition condition, boolean some) {
    if (guard == null) {
      return condition;
    }
    return some || !absentIsEmpty
        ? Condition.all(Stream.of(guard, condition).toList())
        : Condition.any(Condition.not(guard), condition);
  }
}
