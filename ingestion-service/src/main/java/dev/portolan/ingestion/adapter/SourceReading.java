package dev.portolan.ingestion.adapter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reading of a source came to.
 *
 * @param files how many files were taken, be they read or as they were read before
 * @param revision what was read, such as a commit; null when the source has no such thing
 * @param faults why the reading is not complete: files that could not be read, a bound that was
 *     reached, a source that could not be reached
 * @param notes what its owner may want to know, such as a target that is not followed by choice
 * @param newsOnly why it brought only what is new, in a sentence, so that silence means nothing;
 *     null when it set out to bring everything
 */
public record SourceReading(
    int files,
    @Nullable String revision,
    List<String> faults,
    List<String> notes,
    @Nullable String newsOnly) {

  /** A reading that set out to bring everything. */
  public SourceReading(
      int files, @Nullable String revision, List<String> faults, List<String> notes) {
    this(files, revision, faults, notes, null);
  }

  /** Whether everything that the source says was read, so that its silence may retract. */
  public boolean complete() {
    return faults.isEmpty();
  }
}
