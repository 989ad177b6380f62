package dev.portolan.ingestion.sync;

import java.util.List;

/**
 * What the documents of a sync, or of one part of it, came to.
 *
 * @param accepted how many brought something new
 * @param unchanged how many brought nothing new
 * @param rejected how many broke a rule
 * @param nameless how many of the rejected could not be told by their reference
 * @param passedOver how many did not set out to be descriptors
 * @param others the first {@link #LISTED} of these
 * @param filesRead how many files an adapter read for them
 * @param filesUnchanged how many files it took as they were read before
 * @param entities what became of the first {@link #LISTED} that were taken
 * @param problems the first {@link #LISTED} problems
 * @param notes what the author may want to know, each said once
 */
public record Report(
    long accepted,
    long unchanged,
    long rejected,
    long nameless,
    long passedOver,
    List<ReportedPassedOver> others,
    long filesRead,
    long filesUnchanged,
    List<ReportedEntity> entities,
    List<ReportedProblem> problems,
    List<String> notes) {

  /** How many of each are listed; the counts go on beyond. */
  public static final int LISTED = 1_000;

  /** How many documents there were, without those passed over. */
  public long documents() {
    return accepted + unchanged + rejected;
  }
}
