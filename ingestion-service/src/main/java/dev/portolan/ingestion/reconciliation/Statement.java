package dev.portolan.ingestion.reconciliation;

import dev.portolan.ingestion.observation.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What brings a reconciliation about. */
public sealed interface Statement {

  /**
   * A source says this of the entity, in place of whatever it said before, and of what was restored
   * because no source spoke of it.
   */
  record Says(Observation observation) implements Statement {}

  /** A source says nothing of the entity any more. */
  record Retracts(String source, Instant observedAt) implements Statement {}

  /** No source says anything new, but the rules of the merge changed: a priority or a kind. */
  record MergeAgain(Instant observedAt) implements Statement {}

  /** When the source said so. */
  default Instant at() {
    return switch (this) {
      case Says(Observation observation) -> observation.observedAt();
      case Retracts(_, Instant observedAt) -> observedAt;
      case MergeAgain(Instant observedAt) -> observedAt;
    };
  }

  /** What the sources say after this, given what they said before. */
  default List<Observation> after(List<Observation> before) {
    return switch (this) {
      case Says(Observation observation) -> {
        var after = without(Observation.RESTORED, without(observation.source(), before));
        after.add(observation);
        yield after;
      }
      case Retracts(String source, _) -> without(source, before);
      case MergeAgain _ -> before;
    };
  }

  private static List<Observation> without(String source, List<Observation> before) {
    var after = new ArrayList<>(before);
    after.removeIf(each -> each.source().equals(source));
    return after;
  }
}
