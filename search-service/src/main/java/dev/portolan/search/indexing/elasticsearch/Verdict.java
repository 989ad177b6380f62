package dev.portolan.search.indexing.elasticsearch;

import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of one operation of a bulk request. */
sealed interface Verdict {
  /** Errors about what a document says; the last is about a word that is longer than 32 KB. */
  Set<String> OF_DOCUMENTS =
      Set.of(
          "document_parsing_exception",
          "mapper_parsing_exception",
          "strict_dynamic_mapping_exception",
          "max_bytes_length_exceeded_exception");

  /** Written, or deleted, or not there to be deleted. */
  record Applied() implements Verdict {}

  /** The index holds this version or a later one. */
  record Skipped() implements Verdict {}

  /** Not known to be the document's fault: try again. */
  record Retry(String reason) implements Verdict {}

  /** The document will never be taken as it is. */
  record Refused(String reason) implements Verdict {}

  static Verdict of(BulkResponseItem item) {
    ErrorCause error = item.error();
    int status = item.status();
    if (error == null) {
      return new Applied();
    }
    if (status == 409) {
      return new Skipped();
    }
    String reason = reason(error);
    return status == 400 && isOfDocument(error) ? new Refused(reason) : new Retry(reason);
  }

  /**
   * Whether it is this document that is wrong. A missing index, a block, an alias without an index
   * to write to or missing rights refuse every document, and none may be set aside for that.
   */
  private static boolean isOfDocument(ErrorCause error) {
    for (@Nullable ErrorCause at = error; at != null; at = at.causedBy()) {
      if (at.type() != null && OF_DOCUMENTS.contains(at.type())) {
        return true;
      }
    }
    return false;
  }

  /** Elasticsearch often says what is wrong in the cause and where in the error around it. */
  private static String reason(ErrorCause error) {
    StringBuilder text = new StringBuilder();
    for (@Nullable ErrorCause at = error; at != null; at = at.causedBy()) {
      if (at.reason() != null) {
        text.append(text.isEmpty() ? "" : ": ").append(at.reason());
      }
    }
    return text.isEmpty() ? error.toString() : text.toString();
  }
}
