package dev.portolan.ingestion.history.http;

import dev.portolan.ingestion.history.Position;
import dev.portolan.ingestion.http.ApiException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which page a request asks for. */
final class Pages {
  private static final int MOST = 500;

  private Pages() {}

  /** How many it wants. */
  static int first(int first) {
    if (first < 1 || first > MOST) {
      throw ApiException.badRequest(
              "Not a page", "first is " + first + "; it must be from 1 to " + MOST + ".")
          .with(Map.of("field", "first"));
    }
    return first;
  }

  /** What it follows; null for the first page. */
  static @Nullable Position after(@Nullable String cursor) {
    try {
      return cursor == null ? null : Position.parse(cursor);
    } catch (IllegalArgumentException e) {
      throw notACursor("after", cursor);
    }
  }

  /** Of a cursor that no page gave. */
  static ApiException notACursor(String field, @Nullable String cursor) {
    return ApiException.badRequest(
            "Not a cursor",
            "'" + cursor + "' is no endCursor of a page of history; leave it out to begin anew.")
        .with(Map.of("field", field));
  }
}
