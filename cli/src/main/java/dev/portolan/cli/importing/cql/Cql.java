package dev.portolan.cli.importing.cql;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression of the Cortex Query Language, version 2.
 *
 * <p>Its grammar is not published; this is what Cortex documents by example and what its own
 * scorecards use: <a href="https://docs.cortex.io/cql">CQL</a>, <a
 * href="https://docs.cortex.io/docs/walkthroughs/deep-dives/cortex-tools/cql2">CQL v2.0</a>, <a
 * href="https://github.com/cortexapps/scorecard-library">cortexapps/scorecard-library</a> and the
 * solutions of <a href="https://github.com/cortexapps/cli">cortexapps/cli</a>.
 */
public sealed interface Cql {

  /** Words in quotes. */
  record Text(String value) implements Cql {}

  /** A number, as it is written. */
  record Amount(BigDecimal value) implements Cql {}

  /** {@code true} or {@code false}. */
  record Bool(boolean value) implements Cql {}

  /** {@code null}: what a source does not say. */
  record Null() implements Cql {}

  /** A source by itself, such as {@code git}, or the parameter of a function. */
  record Name(String name) implements Cql {}

  /** {@code ["CRITICAL", "HIGH"]}. */
  record Listing(List<Cql> items) implements Cql {}

  /** {@code target.name}. */
  record Field(Cql target, String name) implements Cql {}

  /**
   * A call, such as {@code ownership.teams()} or, without a target, {@code hasGroup("x")}.
   *
   * @param target what it is called on
   */
  record Call(@Nullable Cql target, String function, List<Argument> arguments) implements Cql {}

  /** {@code (parameter) => body}. */
  record Lambda(String parameter, Cql body) implements Cql {}

  /** {@code !condition} or {@code not condition}. */
  record Not(Cql condition) implements Cql {}

  /** Both hold. */
  record And(Cql left, Cql right) implements Cql {}

  /** At least one holds. */
  record Or(Cql left, Cql right) implements Cql {}

  /** {@code left < right}. */
  record Comparison(Cql left, Operator operator, Cql right) implements Cql {}

  /** {@code left * right}; the sign is one of {@code + - * /}. */
  record Arithmetic(Cql left, char sign, Cql right) implements Cql {}

  /**
   * What is given to a function.
   *
   * @param name null where it is given by its place
   */
  record Argument(@Nullable String name, Cql value) {}

  /** How two values are compared. */
  enum Operator {
    EQUAL("=="),
    UNEQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">=");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /** As it is written, in CQL and in CEL alike. */
    public String sign() {
      return sign;
    }

    /** What holds where this does not. */
    public Operator opposite() {
      return switch (this) {
        case EQUAL -> UNEQUAL;
        case UNEQUAL -> EQUAL;
        case LESS -> AT_LEAST;
        case AT_LEAST -> LESS;
        case MORE -> AT_MOST;
        case AT_MOST -> MORE;
      };
    }

    /** What holds of the same two values the other way round. */
    public Operator swapped() {
      return switch (this) {
        case EQUAL, UNEQUAL -> this;
        case LESS -> MORE;
        case MORE -> LESS;
        case AT_MOST -> AT_LEAST;
        case AT_LEAST -> AT_MOST;
      };
    }

    /** Whether it asks for the same and not for more or less. */
    public boolean isEquality() {
      return this == EQUAL || this == UNEQUAL;
    }
  }
}
