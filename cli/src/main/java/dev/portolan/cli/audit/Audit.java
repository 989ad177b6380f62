package dev.portolan.cli.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader says of itself.
 *
 * @param checked references that were compared
 * @param records read of the topic
 * @param skipped those of the records that the reader cannot use: what they say was not compared
 * @param missing references that the reader lacks
 * @param surplus references that the topic does not know
 * @param different references of which the reader holds something else
 * @param examples of these
 * @param seconds that it took
 * @param complete whether all was compared
 * @param reason why not
 */
record Audit(
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

  /** A reference, and what completes the sentence "the reader's entity …". */
  record Drift(String ref, String problem) {}

  boolean isClean() {
    return complete && missing + surplus + different == 0;
  }

  /** One line, and one for each example. */
  String report(String reader) {
    if (!complete && checked == 0) {
      return "%s could not be audited: %s".formatted(reader, reason);
    }
    StringBuilder report =
        new StringBuilder(
            "%s: %,d checked in %.1f s, %,d missing, %,d surplus, %,d different"
                .formatted(reader, checked, seconds, missing, surplus, different));
    if (!complete) {
      report.append("; not complete: ").append(reason);
    }
    examples.forEach(drift -> report.append("%n  %s %s".formatted(drift.ref(), drift.problem())));
    return report.toString();
  }
}
