package dev.portolan.cli.load;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ingestion-service says of the documents of one request.
 *
 * @param accepted documents that were new or said something else than before
 * @param unchanged documents that said what was known
 * @param rejected documents that were not taken
 * @param passedOver documents that are no descriptors
 * @param others the first of these
 * @param retracted entities that a full sync did not name any more
 * @param held whether a full sync retracted nothing because it would have retracted too much
 * @param problems why documents were rejected
 * @param notes what a person should know though nothing was rejected
 * @param detail in place of all others when the whole request was refused
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Answer(
    int accepted,
    int unchanged,
    int rejected,
    int passedOver,
    List<PassedOver> others,
    int retracted,
    boolean held,
    List<Problem> problems,
    List<String> notes,
    @Nullable String detail) {

  /** Takes absent lists for empty ones. */
  Answer {
    others = orEmpty(others);
    problems = orEmpty(problems);
    notes = orEmpty(notes);
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /**
   * Why a document was rejected.
   *
   * @param document its position in the file, from 1
   * @param line of the fault, from 1; 0 when unknown
   * @param field a JSON Pointer; absent when the fault is not in one field
   * @param rule that it breaks
   * @param message in words
   * @param path the file among several; absent where one was sent alone
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Problem(
      int document,
      int line,
      @Nullable String field,
      @Nullable String rule,
      String message,
      @Nullable String path) {}

  /**
   * A document that is no descriptor.
   *
   * @param reason what it is taken for instead
   * @param path the file among several; absent where one was sent alone
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record PassedOver(String reason, @Nullable String path) {}
}
