package dev.portolan.cli.lint;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.portolan.cli.proposal.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ingestion-service says of files that it was asked about.
 *
 * @param changes the entities that would change
 * @param unchanged how many documents say what is known
 * @param rejected the first problems
 * @param rejectedDocuments how many documents would not be taken
 * @param passedOver the first documents that do not set out to be descriptors
 * @param passedOverDocuments how many these are
 * @param notes what the author may want to know
 * @param held why a full sync would retract nothing; null when it would not be held
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Verdict(
    List<Change> changes,
    long unchanged,
    List<Problem> rejected,
    long rejectedDocuments,
    List<PassedOver> passedOver,
    long passedOverDocuments,
    List<String> notes,
    @Nullable String held) {

  /**
   * Why a document would not be taken.
   *
   * @param path of the file, as it was sent
   * @param line in the file, from 1
   * @param field a JSON Pointer; null when the document is at fault as a whole
   * @param rule that it breaks
   * @param ref what it describes, where that much could be read
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Problem(
      @Nullable String path,
      int line,
      @Nullable String field,
      String rule,
      String message,
      @Nullable String ref) {}

  /**
   * What is no descriptor.
   *
   * @param path of the file, as it was sent
   * @param line in the file, from 1
   * @param reason what it is taken for instead
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record PassedOver(@Nullable String path, int line, String reason) {}
}
