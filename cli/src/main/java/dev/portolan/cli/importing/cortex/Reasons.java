package dev.portolan.cli.importing.cortex;

import dev.portolan.cli.importing.UntranslatableException;
import dev.portolan.cli.importing.cql.Cql;
import org.jspecify.annotations.Nullable;

/** Why something of CQL has no counterpart, in words that help to find another way. */
final class Reasons {
  private Reasons() {}

  static UntranslatableException unknown(Cql expression) {
    String name = Shown.of(expression);
    return new UntranslatableException(
        name + " has no counterpart in Portolan" + why(root(expression)));
  }

  static UntranslatableException argument(Cql.Call call, String problem) {
    return new UntranslatableException(Shown.of(call) + " " + problem);
  }

  private static String why(String path) {
    return switch (path) {
      case "customMetrics" ->
          ": it keeps the latest value of a fact and no series of them; report what is asked for"
              + " as a fact";
      case "git.fileExists", "git.fileContents", "git.codeSearch" ->
          ": the catalog does not hold what is in a repository; report it as a fact";
      case "verifications" -> ": somebody answers a manual rule, and that is all it knows of it";
      case "entity.sources" ->
          ": rules see relations of your own from the entity that says them alone";
      case "dependencies" -> " without a direction; say dependencies.out() or dependencies.in()";
      default -> "";
    };
  }

  /** The names of the first two parts: the source and its function. */
  private static String root(Cql expression) {
    return switch (expression) {
      case Cql.Name(String name) -> name;
      case Cql.Field(Cql target, String name) -> below(target, name);
      case Cql.Call(@Nullable Cql target, String function, _) ->
          target == null ? function : below(target, function);
      default -> "";
    };
  }

  private static String below(Cql target, String name) {
    return target instanceof Cql.Name(String source) && !source.equals("dependencies")
        ? source + "." + name
        : root(target);
  }
}
