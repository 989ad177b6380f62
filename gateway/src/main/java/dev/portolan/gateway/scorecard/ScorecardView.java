package dev.portolan.gateway.scorecard;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A standard that entities are held to.
 *
 * @param version of the entity that defines it
 * @param owner who answers for it, which may not exist
 * @param filter which entities, in CEL; null for all
 * @param evaluation how far the evaluation by this version is; null where that is not told
 */
public record ScorecardView(
    EntityRef ref,
    long version,
    String title,
    @Nullable String description,
    @Nullable EntityRef owner,
    Stage stage,
    @Nullable String filter,
    List<Level> levels,
    List<Category> categories,
    List<Rule> rules,
    List<Problem> problems,
    @Nullable Progress evaluation) {
  /** The kind of the entities that define scorecards, as references write it. */
  public static final String KIND = "scorecard";

  /** Takes the name for a title where there is none, and absent lists for empty ones. */
  public ScorecardView {
    title = title == null ? ref.name() : title;
    categories = categories == null ? List.of() : categories;
    problems = problems == null ? List.of() : problems;
  }

  /** Where it is in its life. */
  public enum Stage {
    DRAFT,
    PUBLISHED,
    ARCHIVED
  }

  /**
   * What is wrong with it, and where in its descriptor; the rest is evaluated all the same.
   *
   * @param line within an expression, from 1; null elsewhere
   * @param column within the line, from 1; null elsewhere
   */
  public record Problem(
      String field,
      @Nullable String rule,
      @Nullable Integer line,
      @Nullable Integer column,
      String message) {
    /** In one line: the field, the place in its expression, and what is wrong there. */
    public String told() {
      String place = line == null ? "" : " at " + line + ":" + column;
      return field + place + ": " + message;
    }
  }

  /** A step; a higher rank is better. */
  public record Level(
      String name, int rank, @Nullable String description, @Nullable String color) {}

  /** What some of its rules have in common. */
  public record Category(String name, String title) {}

  /** How far the evaluation is: of so many entities so many are held against this version. */
  public record Progress(boolean running, long evaluated, long total) {}

  /** How to make a rule hold. */
  public record Fix(@Nullable String text, List<FixLink> links) {
    /** Takes absent links for none. */
    public Fix {
      links = links == null ? List.of() : links;
    }
  }

  /** Where to read more. */
  public record FixLink(String title, String url) {}

  /**
   * What is asked.
   *
   * @param weight the points that it gives
   * @param when of which of the entities, in CEL; null for all
   * @param expression what decides, in CEL; null where somebody looks
   * @param manualEveryDays for how many days somebody's answer counts; null where nobody need look,
   *     or an answer counts for ever
   */
  public record Rule(
      String id,
      String title,
      @Nullable String description,
      @Nullable Fix fix,
      @Nullable String level,
      @Nullable String category,
      int weight,
      @Nullable String when,
      @Nullable String expression,
      @Nullable Integer manualEveryDays) {
    /** Takes the id for a title where there is none. */
    public Rule {
      title = title == null ? id : title;
    }
  }

  /**
   * The rule of that id.
   *
   * @throws CodedException when there is none; it says which there are
   */
  public Rule rule(String id) {
    return rules.stream()
        .filter(rule -> rule.id().equals(id))
        .findFirst()
        .orElseThrow(() -> lacks("rule", id, rules.stream().map(Rule::id).toList()));
  }

  /**
   * The level of that name.
   *
   * @throws CodedException when there is none; it says which there are
   */
  public Level level(String name) {
    return levels.stream()
        .filter(level -> level.name().equals(name))
        .findFirst()
        .orElseThrow(() -> lacks("level", name, levels.stream().map(Level::name).toList()));
  }

  private CodedException lacks(String what, String name, List<String> known) {
    String there = known.isEmpty() ? "none" : known.stream().collect(Collectors.joining(", "));
    return new CodedException(
        ErrorCode.BAD_REQUEST, "%s has no %s %s; it has %s.".formatted(ref, what, name, there));
  }
}
