package dev.portolan.cli.importing.cql;

import java.util.stream.Collectors;

/** Writes an expression as text, every part of it in parentheses. */
public final class CqlText {
  private CqlText() {}

  public static String of(Cql expression) {
    return switch (expression) {
      case Cql.Text(String value) -> '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
      case Cql.Amount(var value) -> value.toPlainString();
      case Cql.Bool(boolean value) -> String.valueOf(value);
      case Cql.Null _ -> "null";
      case Cql.Name(String name) -> name;
      case Cql.Listing(var items) ->
          items.stream().map(CqlText::of).collect(Collectors.joining(", ", "[", "]"));
      case Cql.Field(Cql target, String name) -> of(target) + "." + name;
      case Cql.Call(Cql target, String function, var arguments) ->
          (target == null ? "" : of(target) + ".")
              + function
              + arguments.stream()
                  .map(
                      argument ->
                          (argument.name() == null ? "" : argument.name() + " = ")
                              + of(argument.value()))
                  .collect(Collectors.joining(", ", "(", ")"));
      case Cql.Lambda(String parameter, Cql body) -> "(" + parameter + ") => " + of(body);
      case Cql.Not(Cql inner) -> "(!" + of(inner) + ")";
      case Cql.And(Cql left, Cql right) -> "(" + of(left) + " and " + of(right) + ")";
      case Cql.Or(Cql left, Cql right) -> "(" + of(left) + " OR " + of(right) + ")";
      case Cql.Comparison(Cql left, var operator, Cql right) ->
          "(" + of(left) + " " + operator.sign() + " " + of(right) + ")";
      case Cql.Arithmetic(Cql left, char sign, Cql right) ->
          "(" + of(left) + " " + sign + " " + of(right) + ")";
    };
  }
}
