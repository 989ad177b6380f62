package dev.portolan.search.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the index holds every entity in the version that the topic says.
 *
 * @param checked references that were compared
 * @param records read of the topic, but for tombstones
 * @param skipped those of the records that cannot be read: what they say was not compared
 * @param missing entities of the topic that the index lacks
 * @param surplus entities of the index that the topic does not know, or knows as deleted
 * @param different entities that both know, in another version
 * @param examples of all three, at most 100, in the order of references
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

  /** So many examples tell enough. */
  private static final int MOST_EXAMPLES = 100;

  static Audit of(TopicVersions topic, Differences found, double seconds) {
    long skipped = topic.skipped();
    return new Audit(
        found.checked(),
        topic.records(),
        skipped,
        found.missing(),
        found.surplus(),
        found.different(),
        found.drifts().stream().limit(MOST_EXAMPLES).toList(),
        seconds,
        skipped == 0,
        skipped == 0 ? null : skipped + " records of the topic cannot be read");
  }

  /** Nothing was compared. */
  static Audit failed(String reason, TopicVersions topic, double seconds) {
    return new Audit(
        0, topic.records(), topic.skipped(), 0, 0, 0, List.of(), seconds, false, reason);
  }
}
