package dev.portolan.catalog.finding;

import dev.portolan.catalog.dependency.Direction;
import dev.portolan.catalog.dependency.GraphView;
import dev.portolan.catalog.dependency.Traversal;
import dev.portolan.catalog.dependency.WholeGraph;
import dev.portolan.catalog.projection.Facts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleBiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Entities that depend on something that promises less than they do. */
final class WrongWay {
  private static final Set<String> UNSTABLE = Set.of("experimental", "deprecated");

  /** As people write it: {@code 1}, {@code tier-1}, {@code Tier 1}. */
  private static final Pattern TIER = Pattern.compile("\\D*(\\d{1,4})\\D*");

  private WrongWay() {}

  static List<Finding> tiers(WholeGraph graph, IntPredicate wanted) {
    return edges(
        graph,
        wanted,
        (dependent, dependency) -> {
          OptionalInt upper = tier(dependent.tier());
          OptionalInt lower = tier(dependency.tier());
          return upper.isPresent() && lower.isPresent() ? lower.getAsInt() - upper.getAsInt() : 0;
        });
  }

  static List<Finding> lifecycles(WholeGraph graph, IntPredicate wanted) {
    return edges(
        graph,
        wanted,
        (dependent, dependency) ->
            "production".equals(lower(dependent.lifecycle()))
                    && UNSTABLE.contains(lower(dependency.lifecycle()))
                ? 1
                : 0);
  }

  /** Each step from what depends to what it depends on, once however many relations it is. */
  private static List<Finding> edges(
      WholeGraph graph, IntPredicate wanted, ToDoubleBiFunction<Facts, Facts> weight) {
    Set<Finding> findings = new LinkedHashSet<>();
    graph.steps(
        IntStream.range(0, graph.size()).toArray(),
        Traversal.ofTrouble(Direction.DEPENDENCIES, graph.knownTypes()),
        (from, to) -> {
          double found = weight(graph, from, to, weight);
          if (found > 0 && (wanted.test(from) || wanted.test(to))) {
            findings.add(new Finding(graph.ref(from), found, List.of(graph.ref(to))));
          }
        });
    return List.copyOf(findings);
  }

  private static double weight(
      GraphView graph, int from, int to, ToDoubleBiFunction<Facts, Facts> weight) {
    Facts dependent = graph.facts(from);
    Facts dependency = graph.facts(to);
    return dependent == null || dependency == null
        ? 0
        : weight.applyAsDouble(dependent, dependency);
  }

  private static OptionalInt tier(@Nullable String text) {
    Matcher matcher = TIER.matcher(text == null ? "" : text);
    return matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
