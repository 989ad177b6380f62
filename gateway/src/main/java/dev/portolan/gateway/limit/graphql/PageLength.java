package dev.portolan.gateway.limit.graphql;

import static dev.portolan.gateway.limit.Limits.exceeded;

import dev.portolan.gateway.limit.Limits;
import dev.portolan.gateway.paging.PageRequest;
import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells from the arguments of a list how many items it shows and how many it fetches. */
final class PageLength {
  private static final BigInteger LONGEST = BigInteger.valueOf(1_000_000_000_000L);

  private final Limits limits;
  private final Map<String, VariableDefinition> declared;
  private final Map<String, Object> variables;

  PageLength(
      Limits limits, Map<String, VariableDefinition> declared, Map<String, Object> variables) {
    this.limits = limits;
    this.declared = declared;
    this.variables = variables;
  }

  /**
   * How many items the page shows; 1 for a field that has no pages.
   *
   * @param name the field with its type, such as {@code Query.search}
   * @param path where it stands in the document
   * @throws dev.portolan.gateway.answer.CodedException when that is more than is allowed
   */
  int shown(Field field, GraphQLFieldDefinition definition, String name, String path) {
    GraphQLArgument first = definition.getArgument("first");
    if (first == null) {
      return 1;
    }
    int longest = limits.longestPage(name);
    long asked = asked(field, first, longest);
    if (asked < 0 || asked > longest) {
      throw exceeded(
          "`first` of `%s` is %,d; it must be 0 to %,d%s."
              .formatted(
                  path,
                  asked,
                  longest,
                  definition.getArgument("after") == null ? "" : ": read on with `after`"));
    }
    return (int) asked;
  }

  /** How many items are fetched only to be passed over, because its cursor stands inside a page. */
  int skipped(Field field) {
    return PageRequest.skippedBy(text(valueOf(field, "after")));
  }

  /** The number that the argument will have; the longest where it cannot be told yet. */
  private long asked(Field field, GraphQLArgument first, int longest) {
    Value<?> value = valueOf(field, "first");
    if (value != null) {
      return number(value, longest);
    }
    return GraphQLArgument.getArgumentDefaultValue(first) instanceof Number number
        ? number.longValue()
        : longest;
  }

  static @Nullable Value<?> valueOf(Field field, String name) {
    for (Argument argument : field.getArguments()) {
      if (argument.getName().equals(name)) {
        return argument.getValue();
      }
    }
    return null;
  }

  private long number(Value<?> value, int otherwise) {
    return switch (value) {
      case IntValue number -> number.getValue().min(LONGEST).longValue();
      case VariableReference reference -> number(reference, otherwise);
      default -> otherwise;
    };
  }

  private long number(VariableReference reference, int otherwise) {
    if (variables.get(reference.getName()) instanceof Number number) {
      return number.longValue();
    }
    VariableDefinition definition = declared.get(reference.getName());
    return definition != null && definition.getDefaultValue() instanceof IntValue number
        ? number(number, otherwise)
        : otherwise;
  }

  private @Nullable String text(@Nullable Value<?> value) {
    return switch (value) {
      case StringValue text -> text.getValue();
      case VariableReference reference -> text(reference);
      case null, default -> null;
    };
  }

  private @Nullable String text(VariableReference reference) {
    if (variables.get(reference.getName()) instanceof String text) {
      return text;
    }
    VariableDefinition definition = declared.get(reference.getName());
    return definition != null && definition.getDefaultValue() instanceof StringValue text
        ? text.getValue()
        : null;
  }
}
