package dev.portolan.ingestion.adapter.jq;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.internal.operators.BinaryOperator;
import net.thisptr.jackson.jq.internal.tree.FunctionCall;
import net.thisptr.jackson.jq.internal.tree.FunctionDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Puts a step before every expression of a compiled program.
 *
 * <p>jackson-jq has no bounds of its own before its version 2, and Java cannot stop a thread: a
 * program that never ends must come by something that counts. There is no other way to its
 * expressions than the fields of its tree, which are private.
 */
final class Instrument {
  private static final String PACKAGE = "net.thisptr.jackson.jq.internal.";

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> called = new TreeSet<>();
  private final Set<String> defined = new TreeSet<>();

  /** Makes the expressions in a part of a program count. */
  Expression expression(Expression expression) {
    inside(expression);
    return expression instanceof Step ? expression : new Step(expression);
  }

  /** The functions, as {@code name/arguments}, that are called and not defined in the program. */
  Set<String> missing(Predicate<String> known) {
    Set<String> missing = new TreeSet<>(called);
    missing.removeAll(defined);
    missing.removeIf(known);
    return missing;
  }

  /** Makes the expressions inside of a part count, and not the part itself. */
  void inside(Object part) {
    if (!part.getClass().getName().startsWith(PACKAGE) || !seen.add(part)) {
      return;
    }
    try {
      note(part);
      for (Class<?> type = part.getClass();
          type != null && type.getName().startsWith(PACKAGE);
          type = type.getSuperclass()) {
        for (Field field : type.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
            field.setAccessible(true);
            field.set(part, counted(field.getType(), field.get(part)));
          }
        }
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("jackson-jq has a tree that cannot be gone through", e);
    }
  }

  private @Nullable Object counted(Class<?> type, @Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Expression expression when type.isAssignableFrom(Step.class) -> expression(expression);
      case BinaryOperator operator when type == BinaryOperator.class ->
          new BoundedOperator(operator);
      case List<?> list -> list(list);
      default -> {
        inside(value);
        yield value;
      }
    };
  }

  private List<@Nullable Object> list(List<?> list) {
    List<@Nullable Object> counted = new ArrayList<>();
    list.forEach(element -> counted.add(counted(Expression.class, element)));
    return counted;
  }

  private void note(Object part) throws IllegalAccessException {
    if (part instanceof FunctionCall) {
      called.add(value(part, "name") + "/" + ((List<?>) value(part, "args")).size());
    } else if (part instanceof FunctionDefinition) {
      List<?> parameters = (List<?>) value(part, "args");
      defined.add(value(part, "fname") + "/" + parameters.size());
      parameters.forEach(parameter -> defined.add(parameter + "/0"));
    }
  }

  private static Object value(Object part, String name) throws IllegalAccessException {
    try {
      Field field = part.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return field.get(part);
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("jackson-jq has another tree than was expected", e);
    }
  }
}
