package dev.portolan.catalog.rebuild;

import dev.portolan.catalog.projection.Drift;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the graph says what the topic says, at one moment.
 *
 * @param checked references that were compared
 * @param records read of the topic
 * @param skipped those of the records that cannot be read or applied: what they say was not
 *     compared
 * @param missing references of the topic that the graph does not know
 * @param surplus references of the graph that the topic does not know
 * @param different references that both know, with another version, content or relations
 * @param examples of all three, at most 100
 * @param seconds that it took
 * @param complete whether all was compared
 * @param reason why it is not complete; null where it is
 */
public record Audit(
    long checked,
    long records,
    long skipped,
    long missing,
    long surplus,
    long different,
    List<Drift> examples,
    double seconds,
    boolean complete,
    @Nullable String reason) {

  static Audit of(Comparison comparison, RebuildStatus status) {
    long skipped = status.skipped();
    return new Audit(
        comparison.compared(),
        status.records(),
        skipped,
        comparison.missing(),
        comparison.surplus(),
        comparison.different() - comparison.missing() - comparison.surplus(),
        comparison.examples(),
        status.seconds(),
        skipped == 0,
        skipped == 0 ? null : skipped + " records of the topic cannot be read or applied");
  }

  /** Nothing was compared. */
  static Audit failed(String reason, RebuildStatus status) {
    return new Audit(
        0, status.records(), status.skipped(), 0, 0, 0, List.of(), status.seconds(), false, reason);
  }
}
