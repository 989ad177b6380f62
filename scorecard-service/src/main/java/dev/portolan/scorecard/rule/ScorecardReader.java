package dev.portolan.scorecard.rule;

import dev.portolan.events.Entity;
import dev.portolan.events.NamingRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a scorecard from the entity that defines it, as far as it can be read.
 *
 * <p>A rule that is not well said stays a rule: were it left out, a level could be reached without
 * it.
 */
public final class ScorecardReader {
  /** The most rules that are taken of a scorecard. */
  public static final int MOST_RULES = 200;

  private final List<Problem> problems = new ArrayList<>();

  private ScorecardReader() {}

  /** Reads the scorecard; whatever is wrong with it is listed in it. */
  public static Scorecard read(Entity entity, long version) {
    return new ScorecardReader().scorecard(entity, version);
  }

  private Scorecard scorecard(Entity entity, long version) {
    Map<String, @Nullable Object> spec = entity.spec();
    List<Level> levels = levels(spec.get("levels"));
    List<Rule> rules = rules(spec.get("rules"), levels);
    String title = entity.title();
    return new Scorecard(
        entity.ref(),
        version,
        title == null ? entity.name() : title,
        entity.description(),
        filter(spec.get("filter")),
        levels,
        rules,
        List.copyOf(problems));
  }

  private @Nullable String filter(@Nullable Object filter) {
    return switch (filter) {
      case null -> null;
      case String text -> text;
      default -> {
        problem("/spec/filter", "is not a CEL expression but " + shown(filter));
        yield "false";
      }
    };
  }

  private List<Level> levels(@Nullable Object value) {
    List<Level> levels = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Set<Integer> ranks = new HashSet<>();
    List<?> entries = list(value, "/spec/levels");
    for (int i = 0; i < entries.size(); i++) {
      String field = "/spec/levels/" + i;
      if (entries.get(i) instanceof Map<?, ?> level
          && level.get("name") instanceof String name
          && level.get("rank") instanceof Integer rank
          && NamingRule.NAME.allows(name)) {
        if (!names.add(name)) {
          problem(field, "the level " + name + " is there twice");
        } else if (!ranks.add(rank)) {
          problem(field, "the rank " + rank + " is taken by another level");
        } else {
          levels.add(new Level(name, rank));
        }
      } else {
        problem(field, "a level has a name (" + NamingRule.NAME.words() + ") and a whole rank");
      }
    }
    levels.sort(Comparator.comparingInt(Level::rank));
    return List.copyOf(levels);
  }

  private List<Rule> rules(@Nullable Object value, List<Level> levels) {
    List<Rule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    List<?> entries = list(value, "/spec/rules");
    if (entries.size() > MOST_RULES) {
      problem("/spec/rules", "has " + entries.size() + " rules; at most " + MOST_RULES + " count");
    }
    for (int i = 0; i < Math.min(entries.size(), MOST_RULES); i++) {
      Map<?, ?> rule = entries.get(i) instanceof Map<?, ?> map ? map : Map.of();
      rules.add(rule(rule, "/spec/rules/" + i, id(rule, i, ids), levels));
    }
    return List.copyOf(rules);
  }

  private String id(Map<?, ?> rule, int position, Set<String> ids) {
    if (rule.get("id") instanceof String id && NamingRule.NAME.allows(id) && ids.add(id)) {
      return id;
    }
    String made = "rule-" + (position + 1);
    while (!ids.add(made)) {
      made += "-again";
    }
    problems.add(
        new Problem(
            "/spec/rules/" + position + "/id",
            made,
            "a rule has an id of its own, " + NamingRule.NAME.words()));
    return made;
  }

  private Rule rule(Map<?, ?> rule, String field, String id, List<Level> levels) {
    String level = text(rule.get("level"), "");
    if (levels.stream().noneMatch(known -> known.name().equals(level))) {
      problems.add(
          new Problem(
              field + "/level", id, "'" + level + "' is none of the levels " + names(levels)));
    }
    String expression = text(rule.get("expression"), "");
    if (expression.isBlank()) {
      problems.add(new Problem(field + "/expression", id, "a rule has an expression in CEL"));
    }
    String description = text(rule.get("description"), "");
    return new Rule(
        id,
        text(rule.get("title"), id),
        description.isEmpty() ? null : description,
        level,
        expression);
  }

  private List<?> list(@Nullable Object value, String field) {
    if (value instanceof List<?> list && !list.isEmpty()) {
      return list;
    }
    problem(field, "is a list of at least one, not " + shown(value));
    return List.of();
  }

  private void problem(String field, String message) {
    problems.add(new Problem(field, null, message));
  }

  private static String text(@Nullable Object value, String otherwise) {
    return value instanceof String text ? text : otherwise;
  }

  private static String shown(@Nullable Object value) {
    String text = String.valueOf(value);
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }

  private static List<String> names(List<Level> levels) {
    return levels.stream().map(Level::name).toList();
  }
}
