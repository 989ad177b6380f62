package dev.portolan.ingestion.adapter.jq;

import java.util.Set;
import java.util.TreeSet;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Version;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.internal.JsonQueryFunction;

/**
 * The functions that a program may call, all of them counted: jackson-jq's, and those of patterns,
 * dates and names. None of them reads the environment or a file.
 */
final class Functions {
  static final Version VERSION = Versions.JQ_1_7;

  private static final Set<String> WITHOUT_ARITY = new TreeSet<>();
  private static final Scope SCOPE = scope();

  private Functions() {}

  /** A scope of its own for one run. */
  static Scope newScope() {
    return Scope.newChildScope(SCOPE);
  }

  /** Whether there is a function, as {@code name/arguments}. */
  static boolean has(String function) {
    String name = function.substring(0, function.lastIndexOf('/'));
    return SCOPE.getLocalFunctions().containsKey(function) || WITHOUT_ARITY.contains(name);
  }

  private static Scope scope() {
    Scope scope = Scope.newEmptyScope();
    Instrument instrument = new Instrument();
    BuiltinFunctionLoader.getInstance()
        .listFunctions(VERSION, scope)
        .forEach((name, function) -> add(scope, instrument, name, function));
    Patterns.functions().forEach((name, function) -> add(scope, instrument, name, function));
    Dates.functions().forEach((name, function) -> add(scope, instrument, name, function));
    Names.functions().forEach((name, function) -> add(scope, instrument, name, function));
    return scope;
  }

  private static void add(Scope scope, Instrument instrument, String name, Function function) {
    if (name.indexOf('/') < 0) {
      WITHOUT_ARITY.add(name);
    }
    if (function instanceof JsonQueryFunction) {
      // Written in jq: its expressions count, and so do the functions that they call.
      instrument.inside(function);
      scope.addFunction(name, function);
    } else {
      scope.addFunction(name, new BoundedFunction(function));
    }
  }
}
