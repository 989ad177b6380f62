package dev.portolan.scorecard.evidence;

import dev.portolan.events.FactChanged;
import dev.portolan.scorecard.rule.Reads;
import dev.portolan.scorecard.rule.Scorecard;
import dev.portolan.scorecard.rule.Situation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds in an entity's situation what a rule looks at. */
public final class Evidence {
  /** Of those to whom an entity is related so many are shown. */
  static final int MOST_RELATED = 10;

  private static final int LONGEST_TEXT = 500;

  private final Situation situation;
  private final Map<String, FactChanged> facts;
  private final @Nullable Instant committedAt;

  /**
   * Looks at an entity.
   *
   * @param facts what integrations said of it, by name
   * @param committedAt when its version was committed
   */
  public Evidence(
      Situation situation, Map<String, FactChanged> facts, @Nullable Instant committedAt) {
    this.situation = situation;
    this.facts = facts;
    this.committedAt = committedAt;
  }

  /** What is there of what is looked at, in the order of the names. */
  public List<Seen> of(Reads reads) {
    return reads.paths().stream().sorted().flatMap(path -> seen(path).stream()).toList();
  }

  private Optional<Seen> seen(String path) {
    List<String> steps = steps(path);
    return switch (steps.getFirst()) {
      case "entity" -> Optional.of(ofEntity(steps));
      case "related" -> related(steps);
      case "facts" -> Optional.of(fact(steps));
      case "graph" -> Optional.of(plain(steps, at(situation.graph(), steps, 1), "graph"));
      case "scorecards" -> Optional.of(standing(steps));
      case "checks" -> check(steps);
      default -> Optional.empty();
    };
  }

  private Seen ofEntity(List<String> steps) {
    return new Seen(
        words(steps),
        shown(at(situation.facts().entity(), steps, 1)),
        situation.ref() + "@" + situation.facts().version(),
        null,
        committedAt);
  }

  private Seen fact(List<String> steps) {
    FactChanged fact = steps.size() > 1 ? facts.get(steps.get(1)) : null;
    return fact == null
        ? plain(steps, null, null)
        : new Seen(
            words(steps),
            shown(fact.value()),
            fact.key() + "@" + fact.version(),
            fact.source(),
            fact.observedAt());
  }

  private Seen standing(List<String> steps) {
    Object standing = at(situation.scorecards(), steps, 1);
    return plain(steps, standing instanceof Map<?, ?> map ? map.get("level") : null, null);
  }

  /** The last answer of somebody who looked; of a rule that nobody looked at there is none. */
  private Optional<Seen> check(List<String> steps) {
    return situation.checks().stream()
        .filter(check -> Scorecard.key(check.scorecard()).equals(steps.getLast()))
        .max((a, b) -> a.at().compareTo(b.at()))
        .map(
            check ->
                new Seen(
                    "check of " + check.rule(),
                    check.passed(),
                    check.ref().toString(),
                    check.by(),
                    check.at()));
  }

  /** {@code related/dependsOn#} is who they are, {@code related/dependsOn/spec/tier} a field. */
  private Optional<Seen> related(List<String> steps) {
    String relation = steps.size() > 1 ? steps.get(1) : "";
    boolean who = relation.endsWith("#");
    List<Map<String, Object>> others =
        situation.related().getOrDefault(who ? cut(relation) : relation, List.of());
    if (who) {
      return Optional.of(
          plain(
              List.of("related", cut(relation)),
              others.stream()
                  .limit(MOST_RELATED)
                  .map(other -> String.valueOf(other.get("ref")))
                  .toList(),
              null));
    }
    Map<String, Object> values = new LinkedHashMap<>();
    others.stream()
        .limit(MOST_RELATED)
        .forEach(
            other -> {
              Object value = shown(at(other, steps, 2));
              values.put(String.valueOf(other.get("ref")), value == null ? "absent" : value);
            });
    return Optional.of(plain(steps, values, null));
  }

  private static String cut(String relation) {
    return relation.substring(0, relation.length() - 1);
  }

  private static Seen plain(List<String> steps, @Nullable Object value, @Nullable String event) {
    return new Seen(words(steps), shown(value), event, null, null);
  }

  private static @Nullable Object at(@Nullable Object from, List<String> steps, int first) {
    Object value = from;
    for (String step : steps.subList(Math.min(first, steps.size()), steps.size())) {
      value = value instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return value;
  }

  private static @Nullable Object shown(@Nullable Object value) {
    if (value == null || value instanceof Boolean || value instanceof Number) {
      return value;
    }
    if (value instanceof Map<?, ?> || value instanceof List<?>) {
      return String.valueOf(value).length() <= LONGEST_TEXT
          ? value
          : String.valueOf(value).substring(0, LONGEST_TEXT) + "…";
    }
    String text = String.valueOf(value);
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
  }

  private static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    for (String step : path.substring(1).split("/", -1)) {
      steps.add(step.replace("~1", "/").replace("~0", "~"));
    }
    return steps;
  }

  /** As an expression writes it. */
  private static String words(List<String> steps) {
    StringBuilder words = new StringBuilder(steps.getFirst());
    for (String step : steps.subList(1, steps.size())) {
      boolean isName = step.chars().allMatch(Character::isJavaIdentifierPart);
      words.append(isName ? "." + step : "['" + step + "']");
    }
    return words.toString();
  }
}
