package dev.portolan.scorecard.rule;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.events.NamingRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a scorecard from the entity that defines it, as far as it can be read. */
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
    List<Category> categories = categories(spec.get("categories"));
    List<Rule> rules =
        new RuleReader(levels, categories, problems).rules(list(spec.get("rules"), "/spec/rules"));
    String title = entity.title();
    return new Scorecard(
        entity.ref(),
        version,
        title == null ? entity.name() : title,
        entity.description(),
        owner(spec.get("owner")),
        stage(spec.get("status")),
        filter(spec.get("filter")),
        levels,
        categories,
        rules,
        List.copyOf(problems));
  }

  static @Nullable EntityRef owner(@Nullable Object owner) {
    return Texts.ref(owner, "group").orElse(null);
  }

  /** One of which it cannot be told whether it counts counts: its problem is then seen. */
  private Stage stage(@Nullable Object status) {
    if (status == null) {
      return Stage.PUBLISHED;
    }
    return Texts.constant(status, Stage.class)
        .orElseGet(
            () -> {
              problem("/spec/status", "is draft, published or archived, not " + shown(status));
              return Stage.PUBLISHED;
            });
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
    if (value == null) {
      return List.of();
    }
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
          levels.add(level(name, rank, level));
        }
      } else {
        problem(field, "a level has a name (" + NamingRule.NAME.words() + ") and a whole rank");
      }
    }
    levels.sort(Comparator.comparingInt(Level::rank));
    return List.copyOf(levels);
  }

  private static Level level(String name, int rank, Map<?, ?> level) {
    return new Level(
        name,
        rank,
        Texts.text(level.get("description")).orElse(null),
        Texts.text(level.get("color")).orElse(null));
  }

  private List<Category> categories(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    List<Category> categories = new ArrayList<>();
    Set<String> names = new HashSet<>();
    List<?> entries = list(value, "/spec/categories");
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i) instanceof Map<?, ?> category
          && category.get("name") instanceof String name
          && NamingRule.NAME.allows(name)
          && names.add(name)) {
        categories.add(new Category(name, Texts.text(category.get("title")).orElse(name)));
      } else {
        problem(
            "/spec/categories/" + i,
            "a category has a name of its own, " + NamingRule.NAME.words());
      }
    }
    return List.copyOf(categories);
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

  static String shown(@Nullable Object value) {
    String text = String.valueOf(value);
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
