package dev.portolan.ingestion.fact;

import dev.portolan.ingestion.descriptor.rule.Words;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import tools.jackson.databind.JsonNode;

/** The moments that a fact names. */
final class Moments {
  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  private Moments() {}

  /** The moment at a field. */
  static Instant read(String field, JsonNode said) throws FactFault {
    if (!said.isString()) {
      throw wrong(field, Words.of(said));
    }
    try {
      Instant moment = Instant.parse(said.stringValue());
      if (!moment.isBefore(FIRST) && !moment.isAfter(LAST)) {
        return moment;
      }
    } catch (DateTimeParseException e) {
      // Said below, as for a moment that is out of bounds.
    }
    throw wrong(field, "'" + Words.shortened(said.stringValue()) + "'");
  }

  private static FactFault wrong(String field, String what) {
    return new FactFault(
        field,
        field.substring(field.lastIndexOf('/') + 1)
            + " is "
            + what
            + "; it must be a moment from 1970 to 9999 in RFC 3339, such as 2026-11-27T09:00:00Z.");
  }
}
