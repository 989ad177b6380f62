package dev.portolan.cli.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard as Portolan's descriptor has it.
 *
 * @param owner the reference of who answers for it
 * @param filter which entities it is for, in CEL; null when it is for all
 * @param comments what its file says above it, for whoever edits it
 */
public record Scorecard(
    String name,
    String title,
    @Nullable String description,
    Status status,
    @Nullable String owner,
    @Nullable String filter,
    List<Level> levels,
    List<Category> categories,
    List<Rule> rules,
    List<String> comments) {

  /** Whether it counts. */
  public enum Status {
    draft,
    published
  }

  /**
   * A level; the highest rank is the highest.
   *
   * @param description what the other tool says of it; it stands in a comment
   */
  public record Level(
      String name,
      int rank,
      @Nullable String title,
      @Nullable String color,
      @Nullable String description) {}

  /** A group of rules in which an entity has a level of its own. */
  public record Category(String name, @Nullable String title) {}

  /**
   * A rule.
   *
   * @param fix how to make it hold
   * @param weight in points; null where the other tool does not say it
   * @param when where it applies, in CEL; null when everywhere
   * @param comments what its file says above it
   */
  public record Rule(
      String id,
      String title,
      @Nullable String description,
      @Nullable String fix,
      @Nullable String level,
      @Nullable String category,
      @Nullable Integer weight,
      @Nullable String when,
      Body body,
      List<String> comments) {}

  /** What a rule asks. */
  public sealed interface Body {}

  /** A condition in CEL. */
  public record Expression(String cel) implements Body {}

  /**
   * Somebody answers it now and then.
   *
   * @param days for how many days an answer counts; null when for ever
   */
  public record Manual(@Nullable Integer days, @Nullable String notes) implements Body {}

  /**
   * What Portolan cannot say. Such a rule has no expression: it ends in an error and never passes.
   *
   * @param original what the other tool asks, in its own words
   * @param reason why it was not translated
   */
  public record Untranslated(String original, String reason) implements Body {}
}
