package dev.portolan.scorecard.rule;

import dev.portolan.events.NamingRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rules of a scorecard.
 *
 * <p>A rule that is not well said stays a rule: were it left out, a level could be reached without
 * it.
 */
final class RuleReader {
  private static final Pattern DAYS = Pattern.compile("([1-9]\\d{0,3})d");

  private final List<Level> levels;
  private final List<Category> categories;
  private final List<Problem> problems;

  RuleReader(List<Level> levels, List<Category> categories, List<Problem> problems) {
    this.levels = levels;
    this.categories = categories;
    this.problems = problems;
  }

  List<Rule> rules(List<?> entries) {
    List<Rule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    int most = ScorecardReader.MOST_RULES;
    if (entries.size() > most) {
      problem("/spec/rules", null, "has " + entries.size() + " rules; at most " + most + " count");
    }
    for (int i = 0; i < Math.min(entries.size(), most); i++) {
      Map<?, ?> rule = entries.get(i) instanceof Map<?, ?> map ? map : Map.of();
      rules.add(rule(rule, "/spec/rules/" + i, id(rule, i, ids)));
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
    problem(
        "/spec/rules/" + position + "/id",
        made,
        "a rule has an id of its own, " + NamingRule.NAME.words());
    return made;
  }

  private Rule rule(Map<?, ?> rule, String field, String id) {
    return new Rule(
        id,
        Texts.text(rule.get("title")).orElse(id),
        Texts.text(rule.get("description")).orElse(null),
        fix(rule.get("fix")),
        level(rule.get("level"), field, id),
        category(rule.get("category"), field, id),
        weight(rule.get("weight"), field, id),
        when(rule.get("when"), field, id),
        proof(rule, field, id));
  }

  private static @Nullable Fix fix(@Nullable Object value) {
    if (value instanceof String text) {
      return new Fix(text, List.of());
    }
    if (!(value instanceof Map<?, ?> fix)) {
      return null;
    }
    List<Fix.FixLink> links = new ArrayList<>();
    if (fix.get("links") instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof Map<?, ?> link && link.get("url") instanceof String url) {
          links.add(new Fix.FixLink(Texts.text(link.get("title")).orElse(url), url));
        }
      }
    }
    return new Fix(Texts.text(fix.get("text")).orElse(null), List.copyOf(links));
  }

  /** Where a scorecard has levels, a rule may do without one: it gives points alone. */
  private @Nullable String level(@Nullable Object value, String field, String id) {
    if (value == null) {
      return null;
    }
    String level = value instanceof String text ? text : "";
    if (levels.stream().noneMatch(known -> known.name().equals(level))) {
      problem(
          field + "/level",
          id,
          "'" + level + "' is none of the levels " + levels.stream().map(Level::name).toList());
    }
    return level;
  }

  private @Nullable String category(@Nullable Object value, String field, String id) {
    Optional<String> known =
        categories.stream().map(Category::name).filter(name -> name.equals(value)).findFirst();
    if (value != null && known.isEmpty()) {
      problem(
          field + "/category",
          id,
          "'%s' is none of the categories %s"
              .formatted(value, categories.stream().map(Category::name).toList()));
    }
    return known.orElse(null);
  }

  private int weight(@Nullable Object value, String field, String id) {
    if (value == null) {
      return 1;
    }
    if (value instanceof Integer weight && weight >= 0 && weight <= Rule.MOST_POINTS) {
      return weight;
    }
    problem(
        field + "/weight",
        id,
        "a weight is a whole number from 0 to %d, not %s"
            .formatted(Rule.MOST_POINTS, ScorecardReader.shown(value)));
    return 1;
  }

  private @Nullable String when(@Nullable Object value, String field, String id) {
    if (value != null && Texts.text(value).isEmpty()) {
      problem(field + "/when", id, "is not a CEL expression but " + ScorecardReader.shown(value));
    }
    return Texts.text(value).orElse(null);
  }

  private Proof proof(Map<?, ?> rule, String field, String id) {
    Optional<String> expression = Texts.text(rule.get("expression"));
    if (!(rule.get("manual") instanceof Map<?, ?> manual)) {
      if (expression.isEmpty()) {
        problem(field + "/expression", id, "a rule has an expression in CEL");
      }
      return new Proof.Expression(expression.orElse(""));
    }
    if (expression.isPresent()) {
      problem(field, id, "a rule has an expression or is manual, and not both");
    }
    return new Proof.Manual(
        every(manual.get("every"), field, id), Texts.text(manual.get("notes")).orElse(null));
  }

  private @Nullable Duration every(@Nullable Object value, String field, String id) {
    if (value == null) {
      return null;
    }
    Matcher days = DAYS.matcher(Texts.text(value).orElse(""));
    if (days.matches()) {
      return Duration.ofDays(Long.parseLong(days.group(1)));
    }
    problem(field + "/manual/every", id, "is a number of days such as 90d");
    return null;
  }

  private void problem(String field, @Nullable String rule, String message) {
    problems.add(new Problem(field, rule, message));
  }
}
