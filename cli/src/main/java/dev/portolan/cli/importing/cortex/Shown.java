package dev.portolan.cli.importing.cortex;

import dev.portolan.cli.importing.cql.Cql;

/** What an expression is called in a reason. */
final class Shown {
  private Shown() {}

  /** The names of it, such as {@code git.fileExists(…)}. */
  static String of(Cql expression) {
    return switch (expression) {
      case Cql.Text(String value) -> "\"" + value + "\"";
      case Cql.Amount(var value) -> value.toPlainString();
      case Cql.Bool(boolean value) -> String.valueOf(value);
      case Cql.Null _ -> "null";
      case Cql.Name(String name) -> name;
      case Cql.Listing _ -> "[…]";
      case Cql.Field(Cql target, String name) -> of(target) + "." + name;
      case Cql.Call(Cql target, String function, var arguments) ->
          (target == null ? "" : of(target) + ".")
              + function
              + (arguments.isEmpty() ? "()" : "(…)");
      case Cql.Lambda(String parameter, _) -> "(" + parameter + ") => …";
      case Cql.Not _ -> "!…";
      case Cql.And _ -> "… and …";
      case Cql.Or _ -> "… or …";
      case Cql.Comparison(Cql left, var operator, Cql right) ->
          of(left) + " " + operator.sign() + " " + of(right);
      case Cql.Arithmetic(Cql left, char sign, Cql right) ->
          of(left) + " " + sign + " " + of(right);
    };
  }
}
