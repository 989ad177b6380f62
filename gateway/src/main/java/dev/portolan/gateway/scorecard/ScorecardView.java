package dev.portolan.gateway.scorecard;

import dev.portolan.events.EntityRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A standard that entities are held to. */
public record ScorecardView(
    EntityRef ref,
    String title,
    @Nullable String description,
    List<Level> levels,
    List<Rule> rules) {

  /** Takes the name for a title where there is none. */
  public ScorecardView {
    title = title == null ? ref.name() : title;
  }

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
