package dev.portolan.ingestion.history.http;

import dev.portolan.ingestion.http.ApiException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The moments that a request names. */
final class Moments {
  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  private Moments() {}

  /**
   * The moment that the text tells.
   *
   * @param name of the parameter or field
   */
  static Instant parse(String name, @Nullable String text) {
    try {
      if (text != null) {
        return bounded(name, Instant.parse(text));
      }
    } catch (DateTimeParseException e) {
      // Said below, as for a moment that is missing.
    }
    throw wrong(name, text == null ? "is missing" : "is '" + text + "'");
  }

  /**
   * To the microsecond, as versions have it: PostgreSQL would round up, and show what came later.
   */
  static Instant bounded(String name, Instant moment) {
    if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
      throw wrong(name, "is " + moment);
    }
    return moment.truncatedTo(ChronoUnit.MICROS);
  }

  private static ApiException wrong(String name, String what) {
    return ApiException.badRequest(
            "Not a moment",
            name
                + " "
                + what
                + "; it must be a moment from 1970 to 9999 in ISO-8601, such as"
                + " 2026-11-26T12:00:00Z.")
        .with(Map.of("field", name));
  }
}
