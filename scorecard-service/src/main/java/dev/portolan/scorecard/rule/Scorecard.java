package dev.portolan.scorecard.rule;

import dev.portolan.events.EntityRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A standard: which entities it is for, what it asks of them, and the levels that they can reach.
 *
 * @param ref the entity of kind Scorecard that defines it, or of kind Initiative
 * @param version the version of that entity
 * @param title what a person reads
 * @param description free text
 * @param owner who answers for it
 * @param stage where it is in its life
 * @param filter which entities it is for, in CEL; null for all
 * @param levels in the order of their ranks, lowest first
 * @param categories in the descriptor's order
 * @param rules in the descriptor's order
 * @param problems what is wrong with the descriptor, but for what CEL alone can tell
 */
public record Scorecard(
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
    List<Problem> problems) {

  /** The kind of the entities that define scorecards, as references write it. */
  public static final String KIND = "scorecard";

  /** The same as if it counted. */
  public Scorecard published() {
    return new Scorecard(
        ref,
        version,
        title,
        description,
        owner,
        Stage.PUBLISHED,
        filter,
        levels,
        categories,
        rules,
        problems);
  }

  /** The name by which rules of other scorecards ask for this one's results. */
  public String key() {
    return key(ref);
  }

  /** The name by which rules ask for a scorecard's results: {@code default/ready}. */
  public static String key(EntityRef scorecard) {
    return scorecard.namespace() + "/" + scorecard.name();
  }
}
