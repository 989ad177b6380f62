package dev.portolan.gateway.whatif;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.finding.Finding;
import java.util.List;

/**
 * What the graph would show.
 *
 * @param lost dependencies that would be no more
 * @param gained dependencies that would be new
 * @param appearing the first findings that would be new, of {@code appearingTotal}
 * @param disappearing the first findings that would be no more, of {@code disappearingTotal}
 */
public record GraphAnswer(
    ReachedAnswer impact,
    Steps lost,
    Steps gained,
    List<Finding> appearing,
    int appearingTotal,
    List<Finding> disappearing,
    int disappearingTotal) {

  /** The answer when nothing would change. */
  public static final GraphAnswer NOTHING =
      new GraphAnswer(ReachedAnswer.NOTHING, Steps.NONE, Steps.NONE, List.of(), 0, List.of(), 0);

  /** The first dependencies of so many. */
  public record Steps(int total, List<Step> steps) {
    static final Steps NONE = new Steps(0, List.of());
  }

  /** An entity, and what it depends on. */
  public record Step(EntityRef ref, EntityRef dependency) {}
}
