package dev.portolan.search.indexing.elasticsearch;

import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import org.jspecify.annotations.Nullable;

/** What became of one operation of a bulk request. */
sealed interface Verdict {
  /** Written, or deleted, or not there to be deleted. */
  record Applied() implements Verdict {}

  /** The index holds this version or a later one. */
  record Skipped() implements Verdict {}

  /** Nothing is wrong with the document: try again. */
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
    // 404 here is a missing index: a deletion that finds nothing carries no error.
    return status == 404 || Failures.isPassing(status) ? new Retry(reason) : new Refused(reason);
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
