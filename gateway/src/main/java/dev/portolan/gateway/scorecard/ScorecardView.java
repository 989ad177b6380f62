package dev.portolan.gateway.scorecard;

import dev.portolan.events.EntityRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A standard that entities are held to.
 *
 * @param filter which entities, in CEL; null for all
 */
public record ScorecardView(
    EntityRef ref,
    String title,
    @Nullable String description,
    @Nullable String filter,
    List<Level> levels,
    List<Rule> rules,
    List<Problem> problems) {

  /** Takes the name for a title where there is none. */
  public ScorecardView {
    title = title == null ? ref.name() : title;
    problems = problems == null ? List.of() : problems;
  }

  /** What is wrong with it, and where in its descriptor; the rest is evaluated all the same. */
  public record Problem(String field, @Nullable String rule, String message) {}

  /** A step; a higher rank is better. */
  public record Level(String name, int rank) {}

  /** What is asked for a level, in CEL. */
  public record Rule(
      String id,
      String title,
      @Nullable String description,
      @Nullable String level,
      String expression) {

    /** Takes the id for a title where there is none. */
    public Rule {
      title = title == null ? id : title;
    }
  }
}
