package dev.portolan.scorecard.rule.cel;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.CelSelect;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.portolan.scorecard.rule.Reads;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what an expression looks at.
 *
 * <p>Where it cannot be told exactly, more is named than is read, and never less: a condition that
 * is evaluated for nothing is right all the same.
 */
final class ReadsOf {
  private static final String INDEX = "_[_]";
  private static final String IN = "@in";
  private static final String SIZE = "size";

  /** {@code /entity/spec/owner}: what lies deeper changes with it. */
  private static final int DEEPEST = 3;

  /** {@code /facts/coverage}, {@code /graph/dependents}, {@code /scorecards/default~1ready}. */
  private static final int DEEPEST_AROUND = 2;

  /** {@code /related/dependsOn/spec/owner}. */
  private static final int DEEPEST_RELATED = 4;

  private final Set<String> paths = new HashSet<>();

  /** Variables of loops, and where what they stand for lies; null where that was read before. */
  private final Map<String, @Nullable String> variables = new HashMap<>();

  private ReadsOf() {
    variables.put(CelCondition.ENTITY, Reads.ENTITY);
    variables.put(CelCondition.RELATED, Reads.RELATED);
    variables.put(CelCondition.FACTS, Reads.MEASURED);
    variables.put(CelCondition.GRAPH, Reads.GRAPH);
    variables.put(CelCondition.SCORECARDS, Reads.SCORECARDS);
  }

  static Reads expression(CelExpr expression) {
    ReadsOf reads = new ReadsOf();
    reads.read(expression);
    return new Reads(Set.copyOf(reads.paths));
  }

  /** What the value of an expression depends on. */
  private void read(CelExpr expression) {
    String path = path(expression);
    if (path != null) {
      add(path);
      return;
    }
    switch (expression.getKind()) {
      case SELECT -> readField(expression.select());
      case CALL -> readCall(expression.call());
      case LIST -> expression.list().elements().forEach(this::read);
      case MAP ->
          expression
              .map()
              .entries()
              .forEach(
                  entry -> {
                    read(entry.key());
                    read(entry.value());
                  });
      case STRUCT -> expression.struct().entries().forEach(entry -> read(entry.value()));
      case COMPREHENSION -> readLoop(expression.comprehension());
      default -> {}
    }
  }

  private void add(String path) {
    if (path.equals(Reads.RELATED)) {
      RelatedType.NAMES.forEach(name -> add(Reads.below(Reads.RELATED, name)));
    } else {
      paths.add(path);
      relation(path).ifPresent(name -> paths.add(Reads.who(name)));
    }
  }

  /** {@code has(...)} of a path is a select too, of what may be absent. */
  private void readField(CelSelect select) {
    String path = path(select.operand());
    if (path == null) {
      read(select.operand());
    } else {
      add(cut(Reads.below(path, select.field())));
    }
  }

  private void readCall(CelCall call) {
    if (Clockwork.NAMES.contains(call.function())) {
      paths.add(Reads.TIME);
    }
    Optional<String> counted =
        call.function().equals(SIZE)
            ? call.target()
                .or(() -> call.args().stream().findFirst())
                .flatMap(counts -> whole(path(counts)))
            : Optional.empty();
    if (counted.isPresent()) {
      paths.add(Reads.who(counted.get()));
      return;
    }
    if (call.function().equals(IN)) {
      String container = path(call.args().get(1));
      String key = text(call.args().get(0));
      if (container != null && key != null && isMap(container)) {
        add(cut(Reads.below(container, key)));
        return;
      }
    }
    call.target().ifPresent(this::read);
    call.args().forEach(this::read);
  }

  private void readLoop(CelComprehension loop) {
    String range = path(loop.iterRange());
    Optional<String> relation = whole(range);
    relation.ifPresentOrElse(name -> paths.add(Reads.who(name)), () -> read(loop.iterRange()));
    String element = relation.isPresent() ? range : null;
    read(loop.accuInit());
    Map<String, @Nullable String> outside = new HashMap<>(variables);
    variables.put(loop.iterVar(), element);
    if (!loop.iterVar2().isEmpty()) {
      variables.put(loop.iterVar2(), element);
    }
    variables.put(loop.accuVar(), null);
    read(loop.loopCondition());
    read(loop.loopStep());
    read(loop.result());
    variables.clear();
    variables.putAll(outside);
  }

  /** Where the value lies; null when it is made, and not only fetched. */
  private @Nullable String path(CelExpr expression) {
    return switch (expression.getKind()) {
      case IDENT -> variables.get(expression.ident().name());
      case SELECT -> {
        CelSelect select = expression.select();
        String above = select.testOnly() ? null : path(select.operand());
        yield above == null ? null : cut(Reads.below(above, select.field()));
      }
      case CALL -> indexed(expression.call());
      default -> null;
    };
  }

  private @Nullable String indexed(CelCall call) {
    if (!call.function().equals(INDEX)) {
      return null;
    }
    String container = path(call.args().get(0));
    if (container == null) {
      return null;
    }
    String key = text(call.args().get(1));
    if (key == null) {
      // Any of them: the whole is read, and whatever tells which.
      read(call.args().get(1));
      return container;
    }
    return isMap(container) ? cut(Reads.below(container, key)) : container;
  }

  /** Whether names stand in it, and not numbers. */
  private static boolean isMap(String path) {
    return path.equals(Reads.MEASURED)
        || path.equals(Reads.SCORECARDS)
        || path.endsWith("/labels")
        || path.endsWith("/annotations")
        || path.endsWith("/spec")
        || path.endsWith("/relations");
  }

  private static @Nullable String text(CelExpr expression) {
    return expression.getKind() == Kind.CONSTANT
            && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE
        ? expression.constant().stringValue()
        : null;
  }

  /** The relation of which a path means all others, and not a field of theirs. */
  private static Optional<String> whole(@Nullable String path) {
    return path == null
        ? Optional.empty()
        : relation(path).filter(name -> path.equals(Reads.below(Reads.RELATED, name)));
  }

  private static Optional<String> relation(String path) {
    String[] parts = path.split("/", -1);
    return parts.length > 2 && path.startsWith(Reads.RELATED + "/")
        ? Optional.of(parts[2])
        : Optional.empty();
  }

  private static int deepest(String path) {
    if (path.startsWith(Reads.RELATED + "/")) {
      return DEEPEST_RELATED;
    }
    return path.startsWith(Reads.ENTITY + "/") ? DEEPEST : DEEPEST_AROUND;
  }

  private static String cut(String path) {
    int most = deepest(path);
    int end = 0;
    for (int depth = 0; depth < most; depth++) {
      int next = path.indexOf('/', end + 1);
      if (next < 0) {
        return path;
      }
      end = next;
    }
    return path.substring(0, end);
  }
}
